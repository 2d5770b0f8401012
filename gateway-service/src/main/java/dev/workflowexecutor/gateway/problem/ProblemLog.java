package dev.workflowexecutor.gateway.problem;

import java.util.Optional;

/** Where submitted problems are kept until they have an outcome. */
public interface ProblemLog {

  /**
   * Appends a problem and returns, in bounded time, when it is kept or when that failed.
   *
   * @param traceparent the W3C trace context of the submission, if it has one
   */
  Appended append(Problem problem, Optional<String> traceparent);

  /** What became of an append. */
  sealed interface Appended {
    /** The problem is kept and will have an outcome. */
    record Kept() implements Appended {}

    /** Nobody confirmed that the problem is kept; appending it again does no harm. */
    record Unconfirmed(String reason) implements Appended {}
  }
}
