package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.registry.Outages;
import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.AvroTypeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Another deserializer whose results have one type and whose refusals are told apart: other classes
 * say {@link SerializationException} both of a broken record and of a registry that doesn't answer
 * ({@link Outages}), and only the first belongs to the dead letters, as does whatever else they
 * throw that isn't Kafka's. As thread-safe as the other.
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
    } catch (RuntimeException | StackOverflowError e) {
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

  private static RuntimeException toldApart(byte[] record, Throwable failure) {
    if (failure instanceof RetriableException retriable) {
      return retriable;
    }
    if (Outages.isOutage(failure)) {
      return new RegistryUnavailableException(told(failure), failure);
    }
    if (failure instanceof KafkaException other && !(other instanceof SerializationException)) {
      // A missing setting or permission, or an interruption: not of this record.
      return other;
    }
    // Ours names the same fault of the header by the same kind.
    WireFormat.schemaId(record);
    Kind kind = isAboutTypes(failure) ? Kind.INCOMPATIBLE_SCHEMA : Kind.UNREADABLE;
    return new UnreadableRecordException(kind, told(failure), failure);
  }

  private static String told(Throwable failure) {
    return failure instanceof KafkaException
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }

  private static boolean isAboutTypes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .anyMatch(AvroTypeException.class::isInstance);
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
