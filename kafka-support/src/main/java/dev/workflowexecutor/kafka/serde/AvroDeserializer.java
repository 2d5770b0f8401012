package dev.workflowexecutor.kafka.serde;

import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka deserializer that reads the Confluent wire format into generated Avro records.
 *
 * <p>A record is read with the schema that it names, resolved into the schema of the class: the one
 * given to the constructor, else the topic's {@link dev.workflowexecutor.kafka.topic.Topic#type},
 * else the class with the written schema's name. Each schema id is asked for once. While the
 * registry doesn't answer, the thread waits, for at most {@code schema.registry.retry.timeout.ms}
 * (default 240 s, within the default {@code max.poll.interval.ms}).
 *
 * <p>Configuration keys as for {@link AvroSerializer}; {@code specific.avro.reader} can only be
 * true. Thread-safe once configured.
 *
 * @param <T> the records' type
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

  private final LoadOnce<Source, RecordReader> readers = new LoadOnce<>(this::reader);
  private final ReaderTypes types;
  private @Nullable SchemaRegistry registry;

  /** An unconfigured deserializer, as Kafka makes it from the class name. */
  public AvroDeserializer() {
    this.types = new ReaderTypes(Optional.empty());
  }

  /** An unconfigured deserializer that reads everything as the given class. */
  public AvroDeserializer(Class<T> type) {
    this.types = new ReaderTypes(Optional.of(type));
  }

  /** A configured deserializer for values that reads everything as the given class. */
  public AvroDeserializer(Class<T> type, Map<String, ?> config) {
    this(type);
    settle(config);
  }

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    settle(config);
  }

  private void settle(Map<String, ?> config) {
    TrustedRecords.ensure();
    if (!SerdeConfig.flag(config, SerdeConfig.SPECIFIC_READER, true)) {
      throw new ConfigException(
          SerdeConfig.SPECIFIC_READER, false, "only generated records can be read");
    }
    registry = SchemaRegistry.connect(config);
  }

  /**
   * The record; null stays null.
   *
   * @throws UnreadableRecordException if these bytes can't be read
   * @throws dev.workflowexecutor.kafka.registry.RegistryUnavailableException if the registry can't
   *     be asked for their schema
   */
  @Override
  @SuppressWarnings("unchecked") // The class was demanded, or follows from the topic.
  public @Nullable T deserialize(String topic, byte @Nullable [] record) {
    if (record == null) {
      return null;
    }
    int schemaId = WireFormat.schemaId(record);
    return (T) readers.get(new Source(topic, schemaId)).read(record);
  }

  private RecordReader reader(Source source) {
    if (registry == null) {
      throw new IllegalStateException("The deserializer isn't configured");
    }
    Schema written =
        registry
            .schemaById(source.schemaId())
            .orElseThrow(
                () ->
                    new UnreadableRecordException(
                        Kind.UNKNOWN_SCHEMA,
                        "The registry has no Avro schema "
                            + Integer.toUnsignedString(source.schemaId()),
                        null));
    return RecordReader.of(written, types.of(source.topic(), written));
  }

  private record Source(String topic, int schemaId) {}
}
