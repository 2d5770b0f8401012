package dev.workflowexecutor.kafka.registry;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What others' clients throw when a registry, or whatever else is asked over the network, doesn't
 * answer or lets nobody in: it says nothing about a record.
 */
public final class Outages {

  private static final int MOST_CAUSES = 20;
  private static final String REFUSED = "RestClientException";
  private static final Set<Integer> PASSING = Set.of(401, 403, 408, 429);
  private static final int SERVER_FAULTS = 500;

  private Outages() {}

  /** True if the failure, or one of its causes, is an outage. */
  public static boolean isOutage(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .anyMatch(Outages::isOne);
  }

  /** True if this very fault is an outage, whatever its causes are. */
  public static boolean isOne(Throwable fault) {
    return switch (fault) {
      // Decoders say this of the bytes of a record.
      case EOFException _, InvalidNumberEncodingException _, CharacterCodingException _ -> false;
      case IOException _ when !isRefusal(fault) -> true;
      // Confluent's serdes turn 401, 403 and whatever else has no code of the registry into it.
      case InvalidConfigurationException _, RetriableException _ -> true;
      default -> isRefusal(fault) && passes(status(fault));
    };
  }

  /** Confluent's exception for a status, told by its name: their classes needn't be there. */
  private static boolean isRefusal(Throwable fault) {
    return fault.getClass().getSimpleName().equals(REFUSED);
  }

  private static boolean passes(int status) {
    return status >= SERVER_FAULTS || PASSING.contains(status);
  }

  /** The HTTP status; 0 where it can't be had. */
  private static int status(Throwable refusal) {
    try {
      return refusal.getClass().getMethod("getStatus").invoke(refusal) instanceof Integer status
          ? status
          : 0;
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return 0;
    }
  }
}
