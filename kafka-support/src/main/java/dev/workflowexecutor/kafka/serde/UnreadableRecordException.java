package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.deadletter.Refusal;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record can't be read as what its topic carries: now or ever, so it belongs to the
 * dead letters.
 */
public final class UnreadableRecordException extends SerializationException implements Refusal {

  /** Why a record can't be read; the name is the reason code of its dead letter. */
  public enum Kind {
    /** Shorter than five bytes, or the first one isn't the magic byte 0. */
    NOT_WIRE_FORMAT,
    /** The registry answers that it has no Avro schema with the record's schema id. */
    UNKNOWN_SCHEMA,
    /** The schema that the record was written with can't be read as the topic's type. */
    INCOMPATIBLE_SCHEMA,
    /** The body ends early, goes on after its end, or holds what its schema doesn't allow. */
    CORRUPT_BODY,
    /** Another class than the platform's own read it, and doesn't say which of these it is. */
    UNREADABLE
  }

  private final Kind kind;

  /** A message for operators; without the record's contents. */
  public UnreadableRecordException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Why the record can't be read. */
  public Kind kind() {
    return kind;
  }

  @Override
  public String reason() {
    return kind.name();
  }
}
