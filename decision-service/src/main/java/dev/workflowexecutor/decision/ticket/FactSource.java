package dev.workflowexecutor.decision.ticket;

/** Who stated a fact, strongest first. */
public enum FactSource {
  /** The person, in this turn. */
  USER,
  /** The person, in an earlier turn of the ticket. */
  EARLIER,
  /** The upstream system. */
  GIVEN,
  /** Nobody: the workflow inferred it. */
  INFERRED
}
