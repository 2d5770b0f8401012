package dev.workflowexecutor.kafka.serde;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The configured serde gives something else than generated records.
 *
 * <p>An operator's matter and not the record's: never a reason for a dead letter. It is retriable
 * in Kafka's sense because the same record can be read once the configuration is mended.
 */
public final class MisconfiguredSerdeException extends RetriableException {

  /** A message for operators that names the class and the setting. */
  public MisconfiguredSerdeException(String message) {
    super(message);
  }
}
