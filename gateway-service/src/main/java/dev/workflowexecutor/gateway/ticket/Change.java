package dev.workflowexecutor.gateway.ticket;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.problem.Problem;

/** What a record changes in the read model. */
public sealed interface Change {
  /** A problem was submitted. */
  record Submitted(Problem problem) implements Change {}

  /** A turn ended. */
  record Completed(Outcome outcome) implements Change {}

  /** The record is left out and changes nothing but the offset. */
  record Nothing() implements Change {}
}
