package dev.workflowexecutor.executor.topology;

/** A record that can't be processed, now or later. */
final class RefusedRecordException extends RuntimeException {

  /** Why a record is refused; the name is the dead letter's reason code. */
  enum Reason {
    /** The record doesn't keep what its contract says. */
    BROKEN_CONTRACT,
    /** The record is as it should be; carrying it out failed. */
    STEP_FAILED
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  RefusedRecordException(String message) {
    super(message);
    this.reason = Reason.BROKEN_CONTRACT;
  }

  RefusedRecordException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
