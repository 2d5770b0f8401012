package dev.workflowexecutor.extraction.evaluate;

import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.extraction.intent.Extraction;
import dev.workflowexecutor.extraction.intent.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labelled rows one after the other, just as the service reads problems, and sums up how well
 * and how fast.
 */
public final class Evaluation {

  private Evaluation() {}

  /**
   * Measures a reader.
   *
   * @param at the time that all rows are taken to be written at
   */
  public static EvaluationReport of(ExtractIntent reader, List<LabelledRow> rows, Instant at) {
    List<Outcome> outcomes = new ArrayList<>();
    long start = System.nanoTime();
    for (LabelledRow row : rows) {
      long before = System.nanoTime();
      Extraction extraction = reader.extract(new Message(row.text(), at));
      outcomes.add(new Outcome(row, extraction, System.nanoTime() - before));
    }
    return EvaluationReport.of(outcomes, System.nanoTime() - start);
  }

  /**
   * What became of a row.
   *
   * @param nanos how long the reading took
   */
  record Outcome(LabelledRow row, Extraction extraction, long nanos) {

    boolean isInScope() {
      return row.intent().isPresent();
    }

    boolean isNamed() {
      return extraction.read().intent().isPresent();
    }

    boolean isRight() {
      return isInScope() && row.intent().equals(extraction.read().intent());
    }

    boolean isRightBeforeTheGate() {
      var scores = extraction.read().alternatives();
      return isRight()
          || (!scores.isEmpty()
              && row.intent().filter(scores.getFirst().intent()::equals).isPresent());
    }
  }
}
