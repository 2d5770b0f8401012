package dev.workflowexecutor.kafka.concurrent;

import dev.workflowexecutor.kafka.deadletter.Refusal;
import dev.workflowexecutor.kafka.registry.Outages;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Faults that say nothing about the record and pass with time or an operator's help: a broker, a
 * registry or a host that doesn't answer ({@link Outages}), a permission that is missing.
 */
public final class PassingFaults {

  private static final int MOST_CAUSES = 20;

  private PassingFaults() {}

  /** True if the failure, or one of its causes, is such a fault, and none lies in the record. */
  public static boolean isPassing(Throwable failure) {
    return !(failure instanceof Refusal) && (hasPassingCause(failure) || Outages.isOutage(failure));
  }

  private static boolean hasPassingCause(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof AuthorizationException
          || cause instanceof AuthenticationException
          || cause instanceof TimeoutException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
