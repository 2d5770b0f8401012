package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.kafka.contract.Demand.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a topic's records must keep beyond their schema. Immutable, thread-safe, and pure: the same
 * key and record get the same verdict.
 *
 * @param <R> the records' type
 */
public final class Contract<R extends SpecificRecord> {

  /** Demanded of every record, also of those on a compacted topic: nothing is ever taken back. */
  static final Demand VALUE = new Demand(Scope.IDENTITY, "value", "a record");

  private final List<Rule<R>> rules;

  Contract(List<Rule<R>> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Whether a record keeps this contract, with all that is wrong where it doesn't.
   *
   * @param key the record's key as text; null if it has none
   * @param record the record; null if it has no value
   */
  public Verdict<R> check(@Nullable String key, @Nullable R record) {
    if (record == null) {
      return new Verdict.Unidentified<>(List.of(new Violation(VALUE, "none")));
    }
    List<Violation> violations =
        rules.stream().map(rule -> rule.violation(key, record)).flatMap(Optional::stream).toList();
    if (violations.isEmpty()) {
      return new Verdict.Kept<>(record);
    }
    return violations.stream().anyMatch(it -> it.demand().scope() == Scope.IDENTITY)
        ? new Verdict.Unidentified<>(violations)
        : new Verdict.Broken<>(record, violations);
  }

  /** All that this contract demands, in the order of its checks. */
  public List<Demand> demands() {
    return Stream.concat(Stream.of(VALUE), rules.stream().map(Rule::demand)).toList();
  }
}
