package dev.workflowexecutor.extraction.evaluate;

import dev.workflowexecutor.extraction.evaluate.Evaluation.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How well and how fast a reader read labelled rows; shares are from 0 to 1, and NaN of no rows.
 *
 * @param rows all rows
 * @param inScope rows with a right intent
 * @param accuracy share of the rows in scope for which the right intent was named: what a workflow
 *     acts upon. A row refused as unknown counts as wrong
 * @param accuracyBeforeTheGate the same if the most probable intent were always named
 * @param accepted share of the rows in scope for which an intent was named
 * @param accuracyOfAccepted share of the named intents of rows in scope that are right
 * @param outOfScopeRecall share of the rows out of scope for which no intent was named
 * @param unknown share of all rows for which no intent was named
 * @param calibrationError mean distance of confidence and accuracy over ten bins of named intents
 * @param perSecond rows a second, one after the other
 * @param p50Millis the median of the reading times
 * @param p99Millis the 99th percentile of the reading times
 * @param confusions the most frequent mistakes, in falling order
 */
public record EvaluationReport(
    int rows,
    int inScope,
    double accuracy,
    double accuracyBeforeTheGate,
    double accepted,
    double accuracyOfAccepted,
    double outOfScopeRecall,
    double unknown,
    double calibrationError,
    double perSecond,
    double p50Millis,
    double p99Millis,
    List<Confusion> confusions) {

  private static final int MOST_CONFUSIONS = 20;
  private static final int BINS = 10;

  public EvaluationReport {
    confusions = List.copyOf(confusions);
  }

  /**
   * A mistake and how often it was made.
   *
   * @param expected the right intent; empty for out of scope
   * @param found the named intent; empty for unknown
   */
  public record Confusion(String expected, String found, int times) {}

  static EvaluationReport of(List<Outcome> outcomes, long nanos) {
    List<Outcome> inScope = outcomes.stream().filter(Outcome::isInScope).toList();
    List<Outcome> outside = outcomes.stream().filter(row -> !row.isInScope()).toList();
    List<Outcome> named = inScope.stream().filter(Outcome::isNamed).toList();
    return new EvaluationReport(
        outcomes.size(),
        inScope.size(),
        share(inScope, Outcome::isRight),
        share(inScope, Outcome::isRightBeforeTheGate),
        share(inScope, Outcome::isNamed),
        share(named, Outcome::isRight),
        share(outside, row -> !row.isNamed()),
        share(outcomes, row -> !row.isNamed()),
        calibrationError(named),
        outcomes.size() / (nanos / 1e9),
        percentile(outcomes, 0.5),
        percentile(outcomes, 0.99),
        confusions(outcomes));
  }

  private static double share(List<Outcome> rows, Predicate<Outcome> counted) {
    return (double) rows.stream().filter(counted).count() / rows.size();
  }

  private static double percentile(List<Outcome> rows, double share) {
    long[] nanos = rows.stream().mapToLong(Outcome::nanos).sorted().toArray();
    return nanos.length == 0 ? Double.NaN : nanos[(int) (share * (nanos.length - 1))] / 1e6;
  }

  private static double calibrationError(List<Outcome> named) {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int number = bin;
      List<Outcome> rows = named.stream().filter(row -> bin(row) == number).toList();
      double confidence =
          rows.stream().mapToDouble(row -> row.extraction().read().confidence()).sum();
      long right = rows.stream().filter(Outcome::isRight).count();
      error += Math.abs(confidence - right);
    }
    return error / named.size();
  }

  private static int bin(Outcome row) {
    return Math.min(BINS - 1, (int) (row.extraction().read().confidence() * BINS));
  }

  private static List<Confusion> confusions(List<Outcome> outcomes) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      String expected = outcome.row().intent().orElse("");
      String found = outcome.extraction().read().intent().orElse("");
      if (!expected.equals(found)) {
        counts.computeIfAbsent(expected, _ -> new TreeMap<>()).merge(found, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().entrySet().stream()
                    .map(cell -> new Confusion(row.getKey(), cell.getKey(), cell.getValue())))
        .sorted(Comparator.comparingInt(Confusion::times).reversed())
        .limit(MOST_CONFUSIONS)
        .toList();
  }
}
