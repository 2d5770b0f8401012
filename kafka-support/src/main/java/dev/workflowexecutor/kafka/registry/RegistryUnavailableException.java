package dev.workflowexecutor.kafka.registry;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * The registry gave no usable answer within the time allowed for retries.
 *
 * <p>It says nothing about the record at hand: never a reason for a dead letter, always one to wait
 * and try again.
 */
public final class RegistryUnavailableException extends RetriableException {

  /** A message for operators, with the last failure as its cause. */
  public RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
