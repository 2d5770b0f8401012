package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.function.Predicate;
import org.apache.avro.AvroTypeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Another deserializer whose results have one type and whose refusals are told apart: other classes
 * say {@link SerializationException} both of a broken record and of a registry that doesn't answer,
 * and only the first belongs to the dead letters. As thread-safe as the other.
 */
final class CheckedDeserializer<T extends SpecificRecord> implements Deserializer<T> {

  private static final int MOST_CAUSES = 20;

  private final Deserializer<?> named;
  private final Class<T> type;

  CheckedDeserializer(Deserializer<?> named, Class<T> type) {
    this.named = named;
    this.type = type;
  }

  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] record) {
    return record == null ? null : checked(record, () -> named.deserialize(topic, record));
  }

  @Override
  public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] record) {
    return record == null ? null : checked(record, () -> named.deserialize(topic, headers, record));
  }

  private T checked(byte[] record, Reading reading) {
    try {
      return typed(reading.read());
    } catch (UnreadableRecordException e) {
      throw e;
    } catch (SerializationException e) {
      throw toldApart(record, e);
    }
  }

  private T typed(@Nullable Object value) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    String found = value == null ? "nothing" : value.getClass().getName();
    if (value instanceof SpecificRecord) {
      throw new UnreadableRecordException(
          Kind.INCOMPATIBLE_SCHEMA, "Expected a " + type.getName() + ", found a " + found, null);
    }
    throw new MisconfiguredSerdeException(
        "Expected %s to give a %s, found %s: check that %s is true"
            .formatted(
                named.getClass().getName(), type.getName(), found, SerdeConfig.SPECIFIC_READER));
  }

  private static RuntimeException toldApart(byte[] record, SerializationException failure) {
    if (hasCause(failure, CheckedDeserializer::isOutage)) {
      return new RegistryUnavailableException(String.valueOf(failure.getMessage()), failure);
    }
    // Ours names the same fault of the header by the same kind.
    WireFormat.schemaId(record);
    Kind kind =
        hasCause(failure, AvroTypeException.class::isInstance)
            ? Kind.INCOMPATIBLE_SCHEMA
            : Kind.UNREADABLE;
    return new UnreadableRecordException(kind, String.valueOf(failure.getMessage()), failure);
  }

  private static boolean isOutage(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof SocketTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof HttpTimeoutException;
  }

  private static boolean hasCause(Throwable failure, Predicate<Throwable> wanted) {
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (wanted.test(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  @Override
  public void close() {
    named.close();
  }

  /** One reading of a record. */
  @FunctionalInterface
  private interface Reading {
    @Nullable Object read();
  }
}
