package dev.workflowexecutor.standalone.foreign;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** The foreign serializer and deserializer for Kafka Streams. */
public final class ForeignSerde implements Serde<SpecificRecord> {

  private final ForeignSerializer serializer = new ForeignSerializer();
  private final ForeignDeserializer deserializer = new ForeignDeserializer();

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    serializer.configure(config, isKey);
    deserializer.configure(config, isKey);
  }

  @Override
  public Serializer<SpecificRecord> serializer() {
    return serializer;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // As Kafka, which knows types only while compiling.
  public Deserializer<SpecificRecord> deserializer() {
    return (Deserializer) deserializer;
  }
}
