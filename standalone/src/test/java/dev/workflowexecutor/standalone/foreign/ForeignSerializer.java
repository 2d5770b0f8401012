package dev.workflowexecutor.standalone.foreign;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** A serializer that has nothing in common with ours but the format and the configuration keys. */
public final class ForeignSerializer implements Serializer<SpecificRecord> {

  /** The topics that any of them has written. */
  public static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

  private ForeignRegistry registry = ForeignRegistry.of(Map.of());

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    registry = ForeignRegistry.of(config);
  }

  @Override
  public byte[] serialize(String topic, SpecificRecord record) {
    var bytes = new ByteArrayOutputStream();
    try {
      var out = new DataOutputStream(bytes);
      out.writeByte(0);
      out.writeInt(registry.register(topic + "-value", publicSchema(record)));
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException | RestClientException e) {
      throw new SerializationException("Error serializing Avro message", e);
    }
    WRITTEN.add(topic);
    return bytes.toByteArray();
  }

  /** As the key {@code avro.remove.java.properties} demands. */
  private static String publicSchema(SpecificRecord record) {
    return record.getSchema().toString().replaceAll(",\"avro.java.string\":\"String\"", "");
  }
}
