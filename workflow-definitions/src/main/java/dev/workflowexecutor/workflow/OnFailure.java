package dev.workflowexecutor.workflow;

/** What becomes of an execution when a step's tool fails for good. */
public enum OnFailure {
  /** A person takes over; the default. */
  ESCALATE,
  /** The next step runs; the failed one has no output. */
  CONTINUE,
  /** The execution ends as failed. */
  FAIL
}
