package dev.workflowexecutor.kafka.concurrent;

import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Faults that say nothing about the record and pass with time or an operator's help: a broker, a
 * registry or a host that doesn't answer, a permission that is missing.
 */
public final class PassingFaults {

  private static final int MOST_CAUSES = 20;

  private PassingFaults() {}

  /** True if the failure, or one of its causes, is such a fault. */
  public static boolean isPassing(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof RetriableException
          || cause instanceof AuthorizationException
          || cause instanceof AuthenticationException
          || cause instanceof SocketException
          || cause instanceof HttpTimeoutException
          || cause instanceof TimeoutException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
