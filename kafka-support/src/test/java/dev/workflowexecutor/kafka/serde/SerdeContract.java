package dev.workflowexecutor.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.registry.RegistryRefusedException;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import dev.workflowexecutor.kafka.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the serdes do with every registry, so that tests on the mock tell of a real one. */
public abstract class SerdeContract {

  private static final Schema PROBLEM = PublicSchema.of(RawProblem.getClassSchema());

  // A registry may outlive the test, so each has a topic of its own.
  private final String topic = "contract-" + UUID.randomUUID();
  private final String subject = topic + "-value";

  /** The configuration of a client of the registry. */
  protected abstract Map<String, Object> config();

  /** Registers a schema that Avro can't parse; the id, or nothing if the registry refuses it. */
  protected abstract OptionalInt registerUnparsable(String subject, String schema);

  private SchemaRegistry registry() {
    return SchemaRegistry.connect(config());
  }

  private byte[] write(SpecificRecord record, Object... more) {
    var config = new HashMap<>(config());
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i].toString(), more[i + 1]);
    }
    return Objects.requireNonNull(new AvroSerializer<>(config).serialize(topic, record));
  }

  private RawProblem read(byte[] bytes) {
    return Objects.requireNonNull(
        new AvroDeserializer<>(RawProblem.class, config()).deserialize(topic, bytes));
  }

  private Kind refusal(byte[] bytes) {
    return catchThrowableOfType(UnreadableRecordException.class, () -> read(bytes)).kind();
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatItWroteOnEveryTopic(Topic each) {
    var serde = new AvroSerde<SpecificRecord>();
    serde.configure(config(), false);
    SpecificRecord record = Samples.of(each);

    byte[] bytes = serde.serializer().serialize(each.topicName(), record);

    assertThat(serde.deserializer().deserialize(each.topicName(), bytes)).isEqualTo(record);
    assertThat(registry().compatibility(each.subject()))
        .contains(CompatibilityLevel.FULL_TRANSITIVE);
  }

  @Test
  void writesTheIdThatTheRegistryGave() {
    byte[] bytes = write(Samples.problem("p"));

    assertThat(bytes[0]).isZero();
    assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt())
        .isEqualTo(registry().latest(subject).orElseThrow().id());
  }

  @Test
  void registersTheSchemaWithoutHintsForJavaAndDemandsFullTransitiveCompatibility() {
    write(Samples.problem("p"));

    assertThat(registry().latest(subject).orElseThrow().schema()).isEqualTo(PROBLEM);
    assertThat(registry().compatibility(subject)).contains(CompatibilityLevel.FULL_TRANSITIVE);
  }

  @Test
  void keepsACompatibilityLevelThatAnOperatorSet() {
    registry().register(subject, PROBLEM);
    registry().setCompatibility(subject, CompatibilityLevel.BACKWARD);

    write(Samples.problem("p"));

    assertThat(registry().compatibility(subject)).contains(CompatibilityLevel.BACKWARD);
  }

  @Test
  void registersNothingNewASecondTime() {
    write(Samples.problem("p"));
    write(Samples.problem("q"));

    assertThat(registry().versions(subject)).containsExactly(1);
  }

  @Test
  void registersNothingWhereItMayNot() {
    assertThatThrownBy(() -> write(Samples.problem("p"), "auto.register.schemas", false))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining(subject);

    assertThat(registry().versions(subject)).isEmpty();
  }

  @Test
  void findsARegisteredSchemaWhereItMayNotRegister() {
    registry().register(subject, PROBLEM);

    byte[] bytes = write(Samples.problem("p"), "auto.register.schemas", false);

    assertThat(read(bytes)).isEqualTo(Samples.problem("p"));
    assertThat(registry().versions(subject)).containsExactly(1);
  }

  @Test
  void writesTheNewestVersionIfToldSo() {
    registry().register(subject, PROBLEM);
    int newest = registry().register(subject, Evolution.withOptionalField(PROBLEM, "priority"));

    byte[] bytes =
        write(Samples.problem("p"), "auto.register.schemas", false, "use.latest.version", true);

    assertThat(WireFormat.schemaId(bytes)).isEqualTo(newest);
    assertThat(read(bytes)).isEqualTo(Samples.problem("p"));
  }

  @Test
  void writesNothingThatTheRegistryFindsIncompatible() {
    registry().register(subject, other());
    registry().setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);

    assertThatThrownBy(() -> write(Samples.problem("p")))
        .isInstanceOfSatisfying(
            RegistryRefusedException.class,
            refused -> assertThat(refused.errorCode()).isEqualTo(409));

    assertThat(registry().versions(subject)).containsExactly(1);
  }

  @Test
  void namesASchemaIdThatTheRegistryNeverGave() {
    byte[] bytes = write(Samples.problem("p"));
    ByteBuffer.wrap(bytes, 1, 4).putInt(2_000_000_000);

    assertThat(refusal(bytes)).isEqualTo(Kind.UNKNOWN_SCHEMA);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.workflowexecutor.kafka.registry.UnparsableSchemas#all")
  void namesARecordWhoseSchemaAvroCanNotParse(String what, String schema) {
    // A registry that refuses it gave the record no id either.
    int id = registerUnparsable("of " + subject, schema).orElse(2_000_000_000);
    byte[] bytes = write(Samples.problem("p"));
    ByteBuffer.wrap(bytes, 1, 4).putInt(id);

    assertThat(refusal(bytes)).as(what).isEqualTo(Kind.UNKNOWN_SCHEMA);
  }

  @Test
  void namesARecordOfAnotherType() {
    assertThat(refusal(write(Samples.of(Topic.TOOLS_REPLIES)))).isEqualTo(Kind.INCOMPATIBLE_SCHEMA);
  }

  @Test
  void readsRecordsOfOlderAndNewerVersions() throws IOException {
    Schema older = Evolution.withoutField(PROBLEM, "source");
    Schema newer = Evolution.withOptionalField(PROBLEM, "priority");

    assertThat(read(foreign(older)).getText()).isEqualTo("hello");
    assertThat(read(foreign(newer)).getText()).isEqualTo("hello");
    assertThat(read(foreign(older)).getSource()).isNull();
  }

  /** A record that somebody else wrote with a version that this code doesn't have. */
  private byte[] foreign(Schema schema) throws IOException {
    GenericRecord record =
        new GenericRecordBuilder(schema)
            .set("problemId", "p")
            .set("ticketId", "t")
            .set("text", "hello")
            .set("submittedAt", 1L)
            .build();
    var bytes = new ByteArrayOutputStream();
    bytes.write(WireFormat.header(registry().register(subject, schema)));
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static Schema other() {
    return SchemaBuilder.record("RawProblem")
        .namespace("dev.workflowexecutor.events")
        .fields()
        .requiredInt("size")
        .endRecord();
  }
}
