package dev.workflowexecutor.standalone.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A deserializer that has nothing in common with ours but the format and the configuration keys,
 * and that blames the record for everything, as others do.
 */
public final class ForeignDeserializer implements Deserializer<Object> {

  /** The topics that any of them has read. */
  public static final Set<String> READ = ConcurrentHashMap.newKeySet();

  private static final int HEADER = 5;

  private ForeignRegistry registry = ForeignRegistry.of(Map.of());
  private boolean specific;

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    registry = ForeignRegistry.of(config);
    specific = Boolean.parseBoolean(String.valueOf(config.get("specific.avro.reader")));
  }

  @Override
  public Object deserialize(String topic, byte[] bytes) {
    if (bytes.length < HEADER || bytes[0] != 0) {
      throw new SerializationException("Unknown magic byte!");
    }
    try {
      Schema written = registry.schema(ByteBuffer.wrap(bytes, 1, HEADER - 1).getInt());
      BinaryDecoder body =
          DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
      Object record = reader(written).read(null, body);
      READ.add(topic);
      return record;
    } catch (IOException | RestClientException | RuntimeException e) {
      throw new SerializationException("Error deserializing Avro message", e);
    }
  }

  private DatumReader<Object> reader(Schema written) {
    if (!specific) {
      return new GenericDatumReader<>(written);
    }
    Class<?> type = SpecificData.get().getClass(written);
    return new SpecificDatumReader<>(written, SpecificData.get().getSchema(type));
  }
}
