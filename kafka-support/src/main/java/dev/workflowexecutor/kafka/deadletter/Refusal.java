package dev.workflowexecutor.kafka.deadletter;

/**
 * A fault that lies in the record: no repetition mends it, so the record belongs to the dead
 * letters. Implemented by exceptions.
 */
public interface Refusal {

  /** The reason code that the dead letter bears, for example {@code CORRUPT_BODY}. */
  String reason();

  /** Whether somebody should look into the service rather than the record, with a stack trace. */
  default boolean isOurFault() {
    return false;
  }
}
