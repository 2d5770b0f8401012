package dev.workflowexecutor.executor.advance;

/** How a turn ended, as the person is told. */
public enum Status {
  /** Done. */
  RESOLVED,
  /** A question is open. */
  NEEDS_INFO,
  /** A person takes over. */
  ESCALATED,
  /** It can't be handled. */
  REJECTED,
  /** It went wrong, and nobody else was asked. */
  FAILED,
  /** The person wanted nothing more. */
  CANCELLED,
  /** The open question was never answered. */
  EXPIRED
}
