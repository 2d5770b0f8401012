package dev.workflowexecutor.kafka.concurrent;

import dev.workflowexecutor.kafka.deadletter.Refusal;
import dev.workflowexecutor.kafka.registry.Outages;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Faults that say nothing about the record and pass with time or an operator's help: a broker, a
 * registry or a host that doesn't answer ({@link Outages}), a permission that is missing.
 */
public final class PassingFaults {

  private static final int MOST_CAUSES = 20;

  private PassingFaults() {}

  /** True if the failure, or a cause of it that isn't behind a fault of the record, is one. */
  public static boolean isPassing(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .takeWhile(fault -> !(fault instanceof Refusal))
        .anyMatch(PassingFaults::isOne);
  }

  private static boolean isOne(Throwable fault) {
    return fault instanceof AuthorizationException
        || fault instanceof AuthenticationException
        || fault instanceof TimeoutException
        || Outages.isOne(fault);
  }
}
