package dev.workflowexecutor.standalone;

import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A version of a topic's schema that a later release may have: one more field, optional and with a
 * default. Registered with the subject, so that its id is one that no running service has seen.
 */
record NewerVersion(Topic topic, Schema schema, int id) {

  static final String FIELD = "addedLater";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int HEADER = 5;

  static NewerVersion register(SchemaRegistry registry, Topic topic) {
    Schema schema = schema(topic);
    return new NewerVersion(topic, schema, registry.register(topic.subject(), schema));
  }

  /** The topic's schema and the new field, without hints for Java. */
  static Schema schema(Topic topic) {
    ObjectNode json = plain(topic);
    ((ArrayNode) json.path("fields"))
        .add(
            JSON.readTree(
                """
                {"name":"%s","type":["null","string"],"default":null,"doc":"New."}"""
                    .formatted(FIELD)));
    return new Schema.Parser().parse(json.toString());
  }

  /** The topic's schema as JSON, without hints for Java. */
  static ObjectNode plain(Topic topic) {
    ObjectNode json = (ObjectNode) JSON.readTree(topic.schema().toString());
    strip(json);
    return json;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("avro.java.string");
    }
    node.forEach(NewerVersion::strip);
  }

  /** The record in the wire format as a producer with this version writes it. */
  byte[] bytes(SpecificRecord record) {
    try {
      GenericRecord resolved =
          new GenericDatumReader<GenericRecord>(topic.schema(), schema, new GenericData())
              .read(null, DecoderFactory.get().binaryDecoder(plainBytes(record), null));
      resolved.put(FIELD, "something new");
      var bytes = new ByteArrayOutputStream();
      bytes.write(ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array());
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<GenericRecord>(schema, new GenericData()).write(resolved, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] plainBytes(SpecificRecord record) throws IOException {
    var bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(
            record.getSchema(), SpecificData.getForClass(record.getClass()))
        .write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
