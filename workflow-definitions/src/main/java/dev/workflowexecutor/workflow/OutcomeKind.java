package dev.workflowexecutor.workflow;

/** How an execution may end by its workflow's own words. */
public enum OutcomeKind {
  RESOLVED,
  ESCALATED,
  REJECTED,
  FAILED
}
