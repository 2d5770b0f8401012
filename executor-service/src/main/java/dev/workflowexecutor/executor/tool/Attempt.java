package dev.workflowexecutor.executor.tool;

/** What came of one attempt to call a tool. */
sealed interface Attempt {

  /** The tool answered with an output that fits its contract. */
  record Answered(String output) implements Attempt {}

  /** The tool said no. */
  record Refused(String why) implements Attempt {}

  /** The tool answered, but not with what its contract says; what it did is anybody's guess. */
  record Misfit(String why) implements Attempt {}

  /** No usable answer, for a reason that may pass; the call may have had its effect. */
  record Unclear(String why) implements Attempt {}

  /** The call certainly didn't reach the tool. */
  record NotSent(String why) implements Attempt {}

  /** No attempt was made: the breaker is open or the tool is busy. */
  record Held(String why) implements Attempt {}

  /** Whether another attempt may help and does no harm. */
  default boolean isWorthRepeating(boolean idempotent) {
    return switch (this) {
      case NotSent _ -> true;
      case Unclear _ -> idempotent;
      case Answered _, Refused _, Misfit _, Held _ -> false;
    };
  }

  /** Whether the tool did its part, seen by the circuit breaker. */
  default boolean isHealthy() {
    return switch (this) {
      case Answered _, Refused _ -> true;
      case Misfit _, Unclear _, NotSent _, Held _ -> false;
    };
  }
}
