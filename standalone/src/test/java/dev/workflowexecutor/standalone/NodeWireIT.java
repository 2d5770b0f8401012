package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.serde.AvroSerde;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.standalone.interop.Node;
import dev.workflowexecutor.standalone.interop.RandomRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Our serde against Confluent's own code for JavaScript, over the platform's registry. */
@ExtendWith(SharedPlatform.class)
class NodeWireIT {

  private static final int RECORDS_PER_TOPIC = 300;
  private static final Path SCHEMAS = Path.of("..", "schemas-avro", "src", "main", "avro");

  @TempDir Path folder;

  @Test
  void writesTheSameBytesAsConfluentsSerializerAndEachReadsTheOthers(TestPlatform running)
      throws IOException {
    Node node = Node.installed();
    String registry = running.registry().toString();
    AvroSerde<SpecificRecord> serde = new AvroSerde<>();
    serde.configure(Map.of("schema.registry.url", registry), false);
    Random random = new Random(seed());
    Map<Topic, List<SpecificRecord>> records = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      records.put(topic, written(topic, random, serde));
    }

    node.run(
        Map.of("WFX_SCHEMA_REGISTRY_URL", registry, "WFX_INTEROP_RECORDS", folder.toString()),
        "--test",
        "test/wire.test.mjs");

    for (Topic topic : Topic.values()) {
      List<SpecificRecord> read =
          Files.readAllLines(folder.resolve(topic.topicName() + ".written")).stream()
              .map(Base64.getDecoder()::decode)
              .map(bytes -> serde.deserializer().deserialize(topic.topicName(), bytes))
              .toList();
      assertThat(read).isEqualTo(records.get(topic)).hasSize(RECORDS_PER_TOPIC);
    }
  }

  private static long seed() {
    long seed = Long.getLong("interop.seed", new Random().nextLong());
    System.out.println("interop.seed=" + seed);
    return seed;
  }

  /** Puts a topic's records and its schema's file where JavaScript will look for them. */
  private List<SpecificRecord> written(Topic topic, Random random, AvroSerde<SpecificRecord> serde)
      throws IOException {
    List<SpecificRecord> records = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < RECORDS_PER_TOPIC; i++) {
      SpecificRecord record = record(topic, random);
      byte[] bytes = serde.serializer().serialize(topic.topicName(), record);
      Map<String, String> line =
          Map.of("json", json(record), "bytes", Base64.getEncoder().encodeToString(bytes));
      records.add(record);
      lines.add(JsonMapper.shared().writeValueAsString(line));
    }
    Files.write(folder.resolve(topic.topicName() + ".jsonl"), lines);
    Files.copy(
        SCHEMAS.resolve(topic.schema().getName() + ".avsc"),
        folder.resolve(topic.topicName() + ".avsc"));
    return records;
  }

  private static SpecificRecord record(Topic topic, Random random) throws IOException {
    Schema schema = topic.schema();
    var bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(new RandomRecords(random).value(schema), encoder);
    encoder.flush();
    return new SpecificDatumReader<SpecificRecord>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }

  private static String json(SpecificRecord record) throws IOException {
    var text = new ByteArrayOutputStream();
    JsonEncoder encoder = EncoderFactory.get().jsonEncoder(record.getSchema(), text);
    new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return text.toString(java.nio.charset.StandardCharsets.UTF_8);
  }
}
