package dev.workflowexecutor.benchmarks.platform;

import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Where a platform is.
 *
 * @param kafka HOST:PORT of a broker
 * @param registry base URL of the schema registry
 */
public record Address(String kafka, String registry) {

  /** The settings of a producer that sends at once and waits for all acknowledgements. */
  public Map<String, Object> producerSettings() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        kafka,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.LINGER_MS_CONFIG,
        0);
  }

  /** A serializer of one kind of record. */
  public <T extends SpecificRecord> AvroSerializer<T> serializer() {
    AvroSerializer<T> serializer = new AvroSerializer<>();
    serializer.configure(Map.of("schema.registry.url", registry), false);
    return serializer;
  }

  /** A deserializer of one kind of record. */
  public <T extends SpecificRecord> AvroDeserializer<T> deserializer() {
    AvroDeserializer<T> deserializer = new AvroDeserializer<>();
    deserializer.configure(
        Map.of("schema.registry.url", registry, "specific.avro.reader", true), false);
    return deserializer;
  }
}
