package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka serializer that writes generated Avro records in the Confluent wire format, under the
 * subject {@code <topic>-value} (or {@code -key}).
 *
 * <p>Configuration keys: {@code schema.registry.url} (required), {@code auto.register.schemas}
 * (default true), {@code use.latest.version} (default false), {@code basic.auth.*}, {@code
 * schema.registry.ssl.*}, {@code schema.registry.request.timeout.ms}, {@code
 * schema.registry.retry.*}. The registry is asked once for each topic and class. Thread-safe once
 * configured.
 *
 * @param <T> the records' type
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

  private final LoadOnce<Target, RecordWriter> writers = new LoadOnce<>(this::writer);
  private @Nullable SchemaIds ids;
  private boolean isKey;

  /** An unconfigured serializer, as Kafka makes it from the class name. */
  public AvroSerializer() {}

  /** A serializer for values, configured with the keys of a Kafka client's configuration. */
  public AvroSerializer(Map<String, ?> config) {
    settle(config, false);
  }

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    settle(config, isKey);
  }

  private void settle(Map<String, ?> config, boolean forKeys) {
    isKey = forKeys;
    TrustedRecords.ensure();
    ids =
        new SchemaIds(
            SchemaRegistry.connect(config),
            SerdeConfig.flag(config, SerdeConfig.AUTO_REGISTER, true),
            SerdeConfig.flag(config, SerdeConfig.USE_LATEST, false));
  }

  /**
   * The record in the wire format; null stays null.
   *
   * @throws SerializationException if the record breaks its own schema
   * @throws dev.workflowexecutor.kafka.registry.RegistryUnavailableException if the registry can't
   *     be asked for the schema's id
   */
  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T record) {
    if (record == null) {
      return null;
    }
    RecordWriter writer = writers.get(new Target(topic, record.getClass()));
    try {
      return writer.write(record);
    } catch (IOException | AvroRuntimeException | NullPointerException | ClassCastException e) {
      throw new SerializationException(
          "A " + record.getClass().getSimpleName() + " for " + topic + " breaks its schema", e);
    }
  }

  private RecordWriter writer(Target target) {
    if (ids == null) {
      throw new IllegalStateException("The serializer isn't configured");
    }
    Schema schema = SpecificData.get().getSchema(target.type());
    Schema publicSchema = PublicSchema.of(schema);
    String subject = SerdeConfig.subject(target.topic(), isKey);
    return new RecordWriter(target.type(), schema, publicSchema, ids.find(subject, publicSchema));
  }

  private record Target(String topic, Class<?> type) {}
}
