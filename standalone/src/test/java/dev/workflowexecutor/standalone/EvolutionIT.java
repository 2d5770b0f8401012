package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.decision.DecisionApplication;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.kafka.registry.CompatibilityLevel;
import dev.workflowexecutor.kafka.registry.RegistryRefusedException;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import dev.workflowexecutor.standalone.broker.KafkaBroker;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import dev.workflowexecutor.standalone.registry.RegistryProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract changes while the platform runs: a later release adds an optional field to
 * ExtractedIntent, over a real broker and a real registry.
 */
class EvolutionIT {

  private static final Topic TOPIC = Topic.INTENTS_EXTRACTED;

  @TempDir static Path folder;
  private static RegistryProcess registry;
  private static KafkaBroker broker;
  private static SchemaRegistry schemas;
  private static NewerVersion newer;

  @BeforeAll
  static void startBrokerAndRegistry() throws IOException {
    registry =
        RegistryProcess.start(
            Files.createDirectory(folder.resolve("registry")), folder.resolve("registry.log"), 0);
    broker = KafkaBroker.start(Files.createDirectory(folder.resolve("kafka")), 0);
    TopicCreation.createMissing(
        Map.of("bootstrap.servers", broker.address()), EnumSet.allOf(Topic.class), 1, (short) 1);
    registry.awaitReady();
    schemas = SchemaRegistry.connect(client());
    new PackPublication(client())
        .publish(CompiledPack.at(EmbeddedTestPlatform.TELECOM), (_, _) -> {});
    released(SampleRecords.intent("registers-the-released-version"));
    newer = NewerVersion.register(schemas, TOPIC);
  }

  @AfterAll
  static void stop() {
    broker.close();
    registry.close();
  }

  @Test
  void theRegistryTakesAnOptionalFieldAsTheNextVersion() {
    assertThat(schemas.compatibility(TOPIC.subject())).contains(CompatibilityLevel.FULL_TRANSITIVE);
    assertThat(schemas.versions(TOPIC.subject())).containsExactly(1, 2);
    assertThat(schemas.latest(TOPIC.subject()).orElseThrow().schema()).isEqualTo(newer.schema());
  }

  @Test
  void theRegistryRefusesWhatWouldBreakReadersOrWriters() {
    ObjectNode lacking = NewerVersion.plain(TOPIC);
    remove(lacking, "text");
    ObjectNode demanding = NewerVersion.plain(TOPIC);
    fields(demanding).add(JsonMapper.shared().readTree("{\"name\":\"must\",\"type\":\"string\"}"));
    ObjectNode retyped = NewerVersion.plain(TOPIC);
    remove(retyped, "confidence");
    fields(retyped)
        .add(
            JsonMapper.shared()
                .readTree("{\"name\":\"confidence\",\"type\":\"string\",\"default\":\"\"}"));

    for (ObjectNode breaking : List.of(lacking, demanding, retyped)) {
      Schema schema = new Schema.Parser().parse(breaking.toString());
      assertThatThrownBy(() -> schemas.register(TOPIC.subject(), schema))
          .isInstanceOf(RegistryRefusedException.class);
    }
    assertThat(schemas.versions(TOPIC.subject())).containsExactly(1, 2);
  }

  @Test
  void oldAndNewCodeReadWhatOldAndNewCodeWroteAndTakeOverFromEachOther() throws IOException {
    try (ConfigurableApplicationContext old = presentRelease("before")) {
      assertThat(old.isRunning()).isTrue();
      write("old-code-old-record", released(SampleRecords.intent("old-code-old-record")));
      write("old-code-new-record", newer.bytes(SampleRecords.intent("old-code-new-record")));
      write("asked", newer.bytes(withoutRegion("asked", "first")));
      awaitDecisions(3);
    }
    Path later = Files.createDirectory(folder.resolve("later"));
    try (LaterRelease release = LaterRelease.start(later, properties("later"))) {
      write("new-code-old-record", released(SampleRecords.intent("new-code-old-record")));
      write("new-code-new-record", newer.bytes(SampleRecords.intent("new-code-new-record")));
      write("asked", released(answer("asked", "second")));
      awaitDecisions(6);
      assertThat(release.isAlive()).isTrue();
      assertThat(release.sourceOfIntents()).contains(later.resolve("classes").toString());
    }
    try (ConfigurableApplicationContext back = presentRelease("after")) {
      assertThat(back.isRunning()).isTrue();
      write("rolled-back-new-record", newer.bytes(SampleRecords.intent("rolled-back-new-record")));
      awaitDecisions(7);
    }

    assertThat(decisions())
        .containsExactly(
            "old-code-old-record EXECUTE",
            "old-code-new-record EXECUTE",
            "asked CLARIFY",
            "new-code-old-record EXECUTE",
            "new-code-new-record EXECUTE",
            "asked EXECUTE",
            "rolled-back-new-record EXECUTE");
    assertThat(read(TOPIC.deadLetterName())).isEmpty();
  }

  private static ExtractedIntent withoutRegion(String ticket, String problem) {
    return ExtractedIntent.newBuilder(SampleRecords.intent(ticket))
        .setProblemId(problem)
        .setIntentId("intent-" + problem)
        .setFacts(List.of())
        .build();
  }

  private static ExtractedIntent answer(String ticket, String problem) {
    return ExtractedIntent.newBuilder(SampleRecords.intent(ticket))
        .setProblemId(problem)
        .setIntentId("intent-" + problem)
        .setIntent(null)
        .setConfidence(0)
        .setContinuesTicket(true)
        .build();
  }

  private static ConfigurableApplicationContext presentRelease(String name) {
    return DecisionApplication.application()
        .registerShutdownHook(false)
        .run(properties(name).toArray(String[]::new));
  }

  private static List<String> properties(String name) {
    return List.of(
        "--spring.kafka.bootstrap-servers=" + broker.address(),
        "--spring.kafka.properties.schema.registry.url=" + registry.address(),
        "--spring.main.web-application-type=none",
        "--spring.main.keep-alive=true",
        "--workflow.state-dir=" + folder.resolve("state-" + name));
  }

  private static Map<String, Object> client() {
    return Map.of(
        "bootstrap.servers",
        broker.address(),
        "schema.registry.url",
        registry.address().toString());
  }

  /** As the present release writes it. */
  private static byte[] released(ExtractedIntent intent) {
    return Objects.requireNonNull(
        new AvroSerializer<ExtractedIntent>(client()).serialize(TOPIC.topicName(), intent));
  }

  private static void write(String ticket, byte[] value) {
    try (var producer =
        new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(TOPIC.topicName(), ticket, value));
    }
  }

  private static void awaitDecisions(int count) {
    try (Tail tail = new Tail(broker.address(), List.of(Topic.DECISIONS_VALIDATED.topicName()))) {
      assertThat(tail.await(count, _ -> true)).hasSize(count);
    }
  }

  private static List<String> decisions() {
    var values = new AvroDeserializer<>(ValidatedDecision.class, client());
    List<String> decisions = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : read(Topic.DECISIONS_VALIDATED.topicName())) {
      ValidatedDecision decision =
          Objects.requireNonNull(values.deserialize(record.topic(), record.value()));
      decisions.add(decision.getTicketId() + " " + decision.getKind());
    }
    return decisions;
  }

  private static List<ConsumerRecord<String, byte[]>> read(String topic) {
    try (Tail tail = new Tail(broker.address(), List.of(topic))) {
      return tail.all();
    }
  }

  private static ArrayNode fields(ObjectNode schema) {
    return (ArrayNode) schema.path("fields");
  }

  private static void remove(ObjectNode schema, String field) {
    ArrayNode fields = fields(schema);
    for (int i = fields.size() - 1; i >= 0; i--) {
      if (fields.get(i).path("name").asString().equals(field)) {
        fields.remove(i);
      }
    }
  }
}
