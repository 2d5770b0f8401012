package dev.workflowexecutor.gateway.outcome;

/** How a turn ended. */
public enum OutcomeStatus {
  RESOLVED,
  NEEDS_INFO,
  ESCALATED,
  REJECTED,
  FAILED,
  CANCELLED,
  EXPIRED
}
