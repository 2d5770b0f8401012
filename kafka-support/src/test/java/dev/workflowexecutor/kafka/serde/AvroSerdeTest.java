package dev.workflowexecutor.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.registry.FakeRegistryServer;
import dev.workflowexecutor.kafka.registry.RegistryRefusedException;
import dev.workflowexecutor.kafka.topic.Topic;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvroSerdeTest {

  private static final String TOPIC = Topic.PROBLEMS_RAW.topicName();
  private static final String SUBJECT = Topic.PROBLEMS_RAW.subject();

  private final FakeRegistryServer registry = new FakeRegistryServer();

  @AfterEach
  void closeRegistry() {
    registry.close();
  }

  private Map<String, Object> config(Object... more) {
    var config = new HashMap<String, Object>(Map.of("schema.registry.url", registry.url()));
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i].toString(), more[i + 1]);
    }
    return config;
  }

  private <T extends SpecificRecord> AvroSerde<T> serde(Object... more) {
    var serde = new AvroSerde<T>();
    serde.configure(config(more), false);
    return serde;
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatItWroteOnEveryTopic(Topic topic) {
    AvroSerde<SpecificRecord> serde = serde();
    SpecificRecord record = Samples.of(topic);

    byte[] bytes = serde.serializer().serialize(topic.topicName(), record);

    assertThat(serde.deserializer().deserialize(topic.topicName(), bytes)).isEqualTo(record);
  }

  @Test
  void readsTimesAsInstantsToTheMillisecond() {
    AvroSerde<RawProblem> serde = serde();
    byte[] bytes = serde.serializer().serialize(TOPIC, Samples.problem("p"));

    RawProblem read = serde.deserializer().deserialize(TOPIC, bytes);

    assertThat(read.getSubmittedAt()).isEqualTo(Samples.AT);
    assertThat(read.getText()).isInstanceOf(String.class).contains("\uD83D\uDCF5");
  }

  @Test
  void leavesNullAsItIs() {
    AvroSerde<RawProblem> serde = serde();

    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, (byte[]) null)).isNull();
  }

  @Test
  void writesTheIdOfTheRegisteredSchemaAndTheBody() {
    byte[] bytes = this.<RawProblem>serde().serializer().serialize(TOPIC, Samples.problem("p"));

    int id = registry.contents().latest(SUBJECT).orElseThrow().id();
    assertThat(bytes[0]).isZero();
    assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(id);
    assertThat(bytes[5]).isEqualTo((byte) 2); // zig-zag length of "p"
    assertThat(bytes[6]).isEqualTo((byte) 'p');
  }

  @Test
  void registersTheSchemaWithoutHintsForJavaAndDemandsFullTransitiveCompatibility() {
    this.<RawProblem>serde().serializer().serialize(TOPIC, Samples.problem("p"));

    Schema registered = registry.contents().latest(SUBJECT).orElseThrow().schema();
    assertThat(registered.toString()).doesNotContain("avro.java.string").contains("\"doc\"");
    assertThat(registry.contents().compatibility(SUBJECT))
        .contains(CompatibilityLevel.FULL_TRANSITIVE);
  }

  @Test
  void keepsACompatibilityLevelThatAnOperatorSet() {
    registry.contents().setCompatibility(SUBJECT, CompatibilityLevel.BACKWARD);

    this.<RawProblem>serde().serializer().serialize(TOPIC, Samples.problem("p"));

    assertThat(registry.contents().compatibility(SUBJECT)).contains(CompatibilityLevel.BACKWARD);
  }

  @Test
  void asksTheRegistryOnceAndNotForEachRecord() {
    AvroSerde<RawProblem> serde = serde();
    List<byte[]> bytes =
        IntStream.range(0, 1_000)
            .mapToObj(i -> serde.serializer().serialize(TOPIC, Samples.problem("p" + i)))
            .toList();
    bytes.forEach(record -> serde.deserializer().deserialize(TOPIC, record));

    assertThat(registry.requests())
        .containsExactly(
            "POST /subjects/problems.raw-value",
            "GET /config/problems.raw-value",
            "POST /subjects/problems.raw-value/versions",
            "PUT /config/problems.raw-value",
            "GET /schemas/ids/1");
  }

  @Test
  void isSafeForManyVirtualThreadsAtOnce() throws Exception {
    AvroSerde<SpecificRecord> serde = serde();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> same =
          IntStream.range(0, 20_000)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            Topic topic = Topic.values()[i % Topic.values().length];
                            SpecificRecord record =
                                topic == Topic.PROBLEMS_RAW
                                    ? Samples.problem("p" + i)
                                    : Samples.of(topic);
                            byte[] bytes = serde.serializer().serialize(topic.topicName(), record);
                            return record.equals(
                                serde.deserializer().deserialize(topic.topicName(), bytes));
                          }))
              .toList();

      for (Future<Boolean> each : same) {
        assertThat(each.get()).isTrue();
      }
    }
    assertThat(registry.requests()).hasSize(5 * Topic.values().length);
  }

  @Test
  void registersNothingWhereItMayNot() {
    AvroSerde<RawProblem> serde = serde("auto.register.schemas", "false");

    assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, Samples.problem("p")))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining(SUBJECT);
    assertThat(registry.contents().versions(SUBJECT)).isEmpty();
  }

  @Test
  void findsARegisteredSchemaWhereItMayNotRegister() {
    this.<RawProblem>serde().serializer().serialize(TOPIC, Samples.problem("p"));
    AvroSerde<RawProblem> serde = serde("auto.register.schemas", false);

    byte[] bytes = serde.serializer().serialize(TOPIC, Samples.problem("p"));

    assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.problem("p"));
  }

  @Test
  void writesTheNewestVersionIfToldSo() {
    registry.contents().register(SUBJECT, PublicSchema.of(RawProblem.getClassSchema()));
    Schema newer = Evolution.withOptionalField(RawProblem.getClassSchema(), "priority");
    int newerId = registry.contents().register(SUBJECT, newer);
    AvroSerde<RawProblem> serde = serde("auto.register.schemas", false, "use.latest.version", true);

    byte[] bytes = serde.serializer().serialize(TOPIC, Samples.problem("p"));

    assertThat(WireFormat.schemaId(bytes)).isEqualTo(newerId);
    assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.problem("p"));
  }

  @Test
  void refusesGenericRecords() {
    assertThatThrownBy(() -> serde("specific.avro.reader", "false"))
        .isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> serde("auto.register.schemas", "perhaps"))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void readsTopicsThatArentThePlatformsByTheNameOfTheWrittenSchema() {
    AvroSerde<SpecificRecord> serde = serde();
    byte[] bytes = serde.serializer().serialize("a-changelog", Samples.problem("p"));

    assertThat(serde.deserializer().deserialize("a-changelog", bytes))
        .isEqualTo(Samples.problem("p"));
  }
}
