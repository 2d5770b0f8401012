package dev.workflowexecutor.kafka.registry;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The registry answered and said no: the credentials are wrong, the schema is incompatible with
 * those registered, or it isn't registered and may not be.
 *
 * <p>An operator's matter and not the record's: never a reason for a dead letter. It is retriable
 * in Kafka's sense because the same request succeeds once the cause is mended.
 */
public final class RegistryRefusedException extends RetriableException {

  private final int errorCode;

  /** A message for operators and the registry's error code (or the HTTP status without one). */
  public RegistryRefusedException(String message, int errorCode) {
    super(message);
    this.errorCode = errorCode;
  }

  /** The registry's error code, for example 409 or 42201; the HTTP status where it gave none. */
  public int errorCode() {
    return errorCode;
  }
}
