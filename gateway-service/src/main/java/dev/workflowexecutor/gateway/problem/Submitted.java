package dev.workflowexecutor.gateway.problem;

import dev.workflowexecutor.gateway.outcome.Outcome;

/** What became of a submission. */
sealed interface Submitted {
  /** The problem is taken, and its outcome is still to come. */
  record Accepted(Problem problem) implements Submitted {}

  /** The problem is taken, and this is its outcome. */
  record Answered(Outcome outcome) implements Submitted {}

  /** The idempotency key was used before, for something else. */
  record KeyReused() implements Submitted {}

  /** The problem isn't known to be taken. */
  record NotTaken(String reason) implements Submitted {}
}
