package dev.workflowexecutor.kafka.serde;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A Kafka Serde of {@link AvroSerializer} and {@link AvroDeserializer}, for Kafka Streams.
 *
 * @param <T> the records' type
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

  private final AvroSerializer<T> serializer = new AvroSerializer<>();
  private final AvroDeserializer<T> deserializer;

  /** An unconfigured Serde, as Kafka makes it from the class name. */
  public AvroSerde() {
    this.deserializer = new AvroDeserializer<>();
  }

  /** An unconfigured Serde that reads everything as the given class. */
  public AvroSerde(Class<T> type) {
    this.deserializer = new AvroDeserializer<>(type);
  }

  /** A configured Serde for values that reads everything as the given class. */
  public AvroSerde(Class<T> type, Map<String, ?> config) {
    this(type);
    serializer.configure(config, false);
    deserializer.configure(config, false);
  }

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    serializer.configure(config, isKey);
    deserializer.configure(config, isKey);
  }

  @Override
  public Serializer<T> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<T> deserializer() {
    return deserializer;
  }
}
