package dev.workflowexecutor.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.registry.MockSchemaRegistry;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import dev.workflowexecutor.kafka.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnreadableRecordTest {

  private static final Map<String, Object> CONFIG =
      Map.of("schema.registry.url", "mock://unreadable");
  private static final String TOPIC = Topic.PROBLEMS_RAW.topicName();

  private static final int NOISE = 3;
  private static final int DEPTH = 500_000;

  private final AvroSerde<SpecificRecord> serde = new AvroSerde<>();
  private final MockSchemaRegistry registry = fresh();

  private static MockSchemaRegistry fresh() {
    MockSchemaRegistry.drop("unreadable");
    return MockSchemaRegistry.scope("unreadable");
  }

  @BeforeEach
  void configure() {
    serde.configure(CONFIG, false);
  }

  private byte[] good() {
    return serde.serializer().serialize(TOPIC, Samples.problem("p"));
  }

  private Kind refusal(byte[] record) {
    return catchThrowableOfType(
            UnreadableRecordException.class, () -> serde.deserializer().deserialize(TOPIC, record))
        .kind();
  }

  @Test
  void namesAnUnknownSchemaId() {
    byte[] record = good();
    record[1] = (byte) 0xff;

    assertThat(refusal(record)).isEqualTo(Kind.UNKNOWN_SCHEMA);
  }

  @Test
  void namesATruncatedBody() {
    byte[] record = good();

    assertThat(refusal(Arrays.copyOf(record, record.length - 1))).isEqualTo(Kind.CORRUPT_BODY);
    assertThat(refusal(Arrays.copyOf(record, 5))).isEqualTo(Kind.CORRUPT_BODY);
  }

  @Test
  void namesABodyThatGoesOn() {
    byte[] record = good();

    assertThat(refusal(Arrays.copyOf(record, record.length + 1))).isEqualTo(Kind.CORRUPT_BODY);
  }

  @Test
  void refusesALengthThatTheRecordDoesNotHaveWithoutAllocatingIt() {
    byte[] header = Arrays.copyOf(good(), 5);
    var record = ByteBuffer.allocate(15).put(header);
    record.put(new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f});

    assertThat(refusal(record.array())).isEqualTo(Kind.CORRUPT_BODY);
  }

  @Test
  void namesAnotherRecordOnTheTopic() {
    byte[] reply = serde.serializer().serialize(TOPIC, Samples.of(Topic.TOOLS_REPLIES));

    assertThat(refusal(reply)).isEqualTo(Kind.INCOMPATIBLE_SCHEMA);
  }

  @Test
  void namesAWrittenSchemaThatLacksARequiredField() throws Exception {
    assertThat(refusal(withoutText())).isEqualTo(Kind.INCOMPATIBLE_SCHEMA);
  }

  private byte[] withoutText() throws Exception {
    Schema lacking = Evolution.withoutField(RawProblem.getClassSchema(), "text");
    GenericRecord record =
        new GenericRecordBuilder(lacking)
            .set("problemId", "p")
            .set("ticketId", "t")
            .set("submittedAt", 1L)
            .build();
    return written(lacking, record);
  }

  @Test
  void tellsThePlaceAndNotTheSchemasWhereTheyDoNotFit() throws Exception {
    byte[] bytes = withoutText();
    String name = RawProblem.getClassSchema().getFullName();

    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
        .hasMessage(
            "Written as %s, which can't be read as %s: field text".formatted(name, name)
                + " (READER_FIELD_MISSING_DEFAULT_VALUE): text");
  }

  @Test
  void tellsOfAFewPlacesOnly() throws Exception {
    Schema empty =
        SchemaBuilder.record("RawProblem")
            .namespace("dev.workflowexecutor.events")
            .doc("long ".repeat(1_000))
            .fields()
            .endRecord();
    byte[] bytes = written(empty, new GenericRecordBuilder(empty).build());

    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
        .hasMessageContaining("field problemId")
        .hasMessageContaining("; and 1 more")
        .message()
        .hasSizeLessThan(500);
  }

  @Test
  void refusesARecordThatIsNestedTooDeeply() throws Exception {
    Schema nested = recursive();
    GenericRecord shallow =
        new GenericRecordBuilder(nested)
            .set("problemId", "p")
            .set("ticketId", "t")
            .set("text", "hello")
            .set("submittedAt", 1L)
            .build();
    byte[] good = written(nested, shallow);
    assertThat(serde.deserializer().deserialize(TOPIC, good)).isInstanceOf(RawProblem.class);
    // Its last byte says that nothing is nested; each other one goes a level deeper.
    byte[] deep = Arrays.copyOf(good, good.length + DEPTH);
    Arrays.fill(deep, good.length - 1, deep.length - 1, (byte) 2);

    assertThat(refusal(deep)).isEqualTo(Kind.CORRUPT_BODY);
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, deep))
        .hasMessageContaining("nested too deeply");
    assertThat(serde.deserializer().deserialize(TOPIC, good)).isInstanceOf(RawProblem.class);
  }

  /** A problem with something optional that may hold itself. */
  private static Schema recursive() {
    return Evolution.replacing(
        Evolution.withOptionalField(RawProblem.getClassSchema(), "within"),
        "\"name\":\"within\",\"type\":[\"null\",\"string\"]",
        """
        "name":"within","type":["null",{"type":"record","name":"Within","fields":[\
        {"name":"within","type":["null","Within"],"default":null}]}]""");
  }

  @Test
  void namesASchemaThatIsNoRecord() throws Exception {
    Schema text = Schema.create(Schema.Type.STRING);

    assertThat(refusal(written(text, "hello"))).isEqualTo(Kind.INCOMPATIBLE_SCHEMA);
  }

  @Test
  void loadsNoClassThatIsNotAGeneratedRecord() throws Exception {
    Schema evil =
        SchemaBuilder.record("String").namespace("java.lang").fields().optionalInt("x").endRecord();
    byte[] record = written(evil, new GenericRecordBuilder(evil).build());

    Throwable refused =
        catchThrowableOfType(
            UnreadableRecordException.class,
            () -> serde.deserializer().deserialize("foreign", record));

    assertThat(refused).hasMessageContaining("java.lang.String");
  }

  @Test
  void readsARecordOfANewerVersion() throws Exception {
    Schema newer = Evolution.withOptionalField(RawProblem.getClassSchema(), "priority");
    GenericRecord record =
        new GenericRecordBuilder(newer)
            .set("problemId", "p")
            .set("ticketId", "t")
            .set("text", "hello")
            .set("submittedAt", 1L)
            .set("priority", "high")
            .build();

    assertThat(serde.deserializer().deserialize(TOPIC, written(newer, record)))
        .isInstanceOfSatisfying(
            RawProblem.class, read -> assertThat(read.getText()).isEqualTo("hello"));
  }

  @Test
  void readsARecordOfAnOlderVersion() throws Exception {
    Schema older = Evolution.withoutField(RawProblem.getClassSchema(), "source");
    GenericRecord record =
        new GenericRecordBuilder(older)
            .set("problemId", "p")
            .set("ticketId", "t")
            .set("text", "hello")
            .set("submittedAt", 1L)
            .build();

    assertThat(serde.deserializer().deserialize(TOPIC, written(older, record)))
        .isInstanceOfSatisfying(RawProblem.class, read -> assertThat(read.getSource()).isNull());
  }

  @ParameterizedTest
  @EnumSource
  void answersAnyBytesWithARecordOrARefusal(Topic topic) {
    long seed = Long.getLong("unreadable.seed", new Random().nextLong());
    System.out.println("unreadable.seed=" + seed + " for " + topic.topicName());
    var random = new Random(seed);
    byte[] good = serde.serializer().serialize(topic.topicName(), Samples.of(topic));
    for (int i = 0; i < 10_000; i++) {
      byte[] record = mangled(good, random, i % 4);
      try {
        assertThat(serde.deserializer().deserialize(topic.topicName(), record)).isNotNull();
      } catch (UnreadableRecordException e) {
        if (i % 4 == NOISE) {
          assertThat(e.kind()).isEqualTo(Kind.CORRUPT_BODY);
        }
      }
    }
  }

  private static byte[] mangled(byte[] good, Random random, int how) {
    byte[] record = Arrays.copyOf(good, how == 0 ? random.nextInt(good.length) : good.length);
    if (how == 1) {
      random.nextBytes(record);
    } else if (how == 2) {
      record[random.nextInt(record.length)] = (byte) random.nextInt();
    } else if (how == NOISE) {
      byte[] body = new byte[record.length - 5];
      random.nextBytes(body);
      System.arraycopy(body, 0, record, 5, body.length);
    }
    return record;
  }

  private <T> byte[] written(Schema schema, T record) throws Exception {
    int id = registry.register("foreign-" + schema.getFullName(), schema);
    var bytes = new ByteArrayOutputStream();
    bytes.write(WireFormat.header(id));
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<T>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
