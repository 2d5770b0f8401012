package dev.workflowexecutor.kafka.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.WorkflowDefinition;
import dev.workflowexecutor.kafka.TestBroker;
import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.deadletter.DeadLetterPublisher;
import dev.workflowexecutor.kafka.registry.MockSchemaRegistry;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import dev.workflowexecutor.workflow.Workflow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefinitionsDeadLettersIT {

  private static final String TOPIC = Topic.WORKFLOWS_DEFINITIONS.topicName();
  private static final String LETTERS = Topic.WORKFLOWS_DEFINITIONS.deadLetterName();
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Map<String, Object> REGISTRY =
      Map.of("schema.registry.url", "mock://definitions-letters");

  @BeforeEach
  void emptyTopics() throws Exception {
    try (Admin admin = Admin.create(TestBroker.config())) {
      List<String> there =
          admin.listTopics().names().get().stream().filter(it -> it.startsWith(TOPIC)).toList();
      admin.deleteTopics(there).all().get();
      await().until(() -> admin.listTopics().names().get().stream().noneMatch(there::contains));
    }
    TopicCreation.createMissing(
        TestBroker.config(), List.of(Topic.WORKFLOWS_DEFINITIONS), 1, (short) 1);
  }

  @AfterEach
  void dropRegistry() {
    MockSchemaRegistry.drop("definitions-letters");
  }

  @Test
  void keepsEachRejectedDefinitionOnceAlsoOverARestartAndWithSeveralInstances() {
    Workflow hello = Packs.workflow("hello", 1, "greeting", "Hello.");
    write("poison", "poison".getBytes(StandardCharsets.UTF_8));
    write("hello@1", definition(hello, hello.hash()));
    write("other@1", definition(hello, hello.hash()));
    write("hello@1", definition(hello, "another hash"));
    try (var _ = instance();
        var _ = instance()) {
      await().atMost(LONG).until(() -> letters().size() == 3);
    }
    write("gone@1", null);

    try (var _ = instance()) {
      await().atMost(LONG).until(() -> letters().size() == 4);
    }

    assertThat(letters())
        .containsExactlyInAnyOrder(
            "poison NOT_WIRE_FORMAT tester",
            "other@1 BROKEN_CONTRACT tester",
            "hello@1 REJECTED_DEFINITION tester",
            "gone@1 BROKEN_CONTRACT tester");
  }

  private static Instance instance() {
    Map<String, Object> config =
        TestBroker.config("schema.registry.url", "mock://definitions-letters");
    var follower = new DefinitionsFollower(config);
    var publisher =
        DeadLetterPublisher.connect(TestBroker.config(), "tester", new SimpleMeterRegistry());
    var letters =
        new DefinitionsDeadLetters(config, follower, publisher, new SimpleMeterRegistry());
    follower.start();
    letters.start();
    return new Instance(letters, publisher, follower);
  }

  private record Instance(
      DefinitionsDeadLetters letters, DeadLetterPublisher publisher, DefinitionsFollower follower)
      implements AutoCloseable {

    @Override
    public void close() {
      letters.close();
      publisher.close();
      follower.close();
    }
  }

  private static List<String> letters() {
    return TestBroker.readAll(LETTERS).stream()
        .map(
            letter ->
                new String(letter.key(), StandardCharsets.UTF_8)
                    + " "
                    + TestBroker.header(letter.headers(), DeadLetter.REASON)
                    + " "
                    + TestBroker.header(letter.headers(), DeadLetter.SERVICE))
        .toList();
  }

  private static byte[] definition(Workflow workflow, String hash) {
    WorkflowDefinition encoded =
        WorkflowDefinition.newBuilder(DefinitionCodec.encode(workflow, Instant.EPOCH, "test"))
            .setHash(hash)
            .build();
    return Objects.requireNonNull(
        new AvroSerializer<WorkflowDefinition>(REGISTRY).serialize(TOPIC, encoded));
  }

  private static void write(String key, byte @Nullable [] value) {
    try (var producer = TestBroker.producer()) {
      producer.send(new ProducerRecord<>(TOPIC, key.getBytes(StandardCharsets.UTF_8), value));
    }
  }
}
