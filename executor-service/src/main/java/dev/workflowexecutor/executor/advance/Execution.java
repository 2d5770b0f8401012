package dev.workflowexecutor.executor.advance;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a decision has been carried out.
 *
 * <pre>
 *   start ──> Running ──reply──> Running ──reply──> Completed
 *     └───────────────(no step to run)─────────────────┘
 * </pre>
 *
 * A completed execution stays as a marker, so that a repeated decision or reply changes nothing.
 */
public sealed interface Execution {

  /** The decision that is carried out. */
  String decisionId();

  /**
   * A call was made and its reply isn't there yet.
   *
   * @param outputs the outputs of the completed steps as JSON, by step, in the order they ran
   * @param awaited the call whose reply is awaited
   */
  record Running(Decision.Execute decision, Map<String, String> outputs, Call awaited)
      implements Execution {

    public Running {
      requireNonNull(decision, "decision");
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
      requireNonNull(awaited, "awaited");
    }

    @Override
    public String decisionId() {
      return decision.decisionId();
    }
  }

  /** The turn has its result. */
  record Completed(String decisionId) implements Execution {

    public Completed {
      Required.text("decisionId", decisionId);
    }
  }
}
