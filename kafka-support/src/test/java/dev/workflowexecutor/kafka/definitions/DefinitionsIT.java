package dev.workflowexecutor.kafka.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.WorkflowDefinition;
import dev.workflowexecutor.kafka.TestBroker;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefinitionsIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  private DefinitionsTopic topic;

  @BeforeEach
  void open() throws Exception {
    topic = new DefinitionsTopic();
  }

  @AfterEach
  void close() {
    topic.close();
  }

  private DefinitionsFollower following() {
    var follower = new DefinitionsFollower(topic.config());
    follower.start();
    return follower;
  }

  private void writeDefinition(Workflow workflow, String hash) {
    WorkflowDefinition definition =
        WorkflowDefinition.newBuilder(DefinitionCodec.encode(workflow, Instant.EPOCH, null))
            .setHash(hash)
            .build();
    topic.write(
        workflow.key(),
        new AvroSerializer<WorkflowDefinition>(topic.config())
            .serialize(DefinitionsTopic.NAME, definition));
  }

  @Test
  void whatIsPublishedIsFollowed() {
    topic.create();
    Workflow hello = Packs.workflow("hello", 1, "greeting", "Hello.");
    try (var follower = following()) {
      assertThat(follower.awaitCaughtUp(LONG)).isTrue();
      assertThat(follower.catalog().all()).isEmpty();

      assertThat(topic.publish(hello)).isEqualTo(new Publication.Published());

      assertThat(follower.require("hello", 1, LONG).hash()).isEqualTo(hello.hash());
      assertThat(follower.catalog().byIntent("greeting")).isPresent();
    }
    var record = topic.records().getFirst();
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("hello@1");
    assertThat(TestBroker.header(record.headers(), "ce_type"))
        .isEqualTo("dev.workflowexecutor.events.WorkflowDefinition");
  }

  @Test
  void aReadingThatFailsBeginsAgainWhereItFailed() {
    topic.create();
    try (var publisher = new DefinitionsPublisher(topic.config())) {
      publisher.publish(
          IntStream.rangeClosed(1, 3)
              .mapToObj(n -> Packs.workflow("hello-" + n, 1, "greeting-" + n, "Hello."))
              .toList(),
          "tester");
    }
    var followed = new FollowedCatalog();
    var read = new AtomicInteger();
    Deserializer<WorkflowDefinition> failing =
        (name, bytes) -> {
          if (read.incrementAndGet() == 2) {
            throw new IllegalStateException("the second reading fails");
          }
          return ConfiguredSerdes.deserializer(WorkflowDefinition.class, topic.config())
              .deserialize(name, bytes);
        };
    var bytes = new ByteArrayDeserializer();
    var loop =
        new FollowerLoop(
            new KafkaConsumer<>(
                TestBroker.config("isolation.level", "read_committed"), bytes, bytes),
            failing,
            followed);
    Thread thread = Thread.ofVirtual().start(loop);

    assertThat(followed.awaitCaughtUp(LONG)).isTrue();
    assertThat(followed.catalog().all())
        .extracting(Workflow::name)
        .containsExactlyInAnyOrder("hello-1", "hello-2", "hello-3");
    assertThat(read).hasValue(4);
    loop.close();
    thread.interrupt();
  }

  @Test
  void recordsThatCannotBeTakenAreReportedAndTheOthersTaken() {
    topic.create();
    Workflow hello = Packs.workflow("hello", 1, "greeting", "Hello.");
    topic.write("poison", "poison".getBytes(StandardCharsets.UTF_8));
    topic.write("gone@1", null);
    writeDefinition(hello, "another hash");
    writeDefinition(hello, hello.hash());
    writeDefinition(Packs.workflow("hello", 1, "greeting", "Hi."), hello.hash());

    try (var follower = following()) {
      assertThat(follower.awaitCaughtUp(LONG)).isTrue();

      assertThat(follower.catalog().find("hello", 1)).map(Workflow::hash).contains(hello.hash());
      assertThat(follower.rejected())
          .extracting(RejectedDefinition::key)
          .containsExactly("poison", "gone@1", "hello@1", "hello@1");
    }
  }

  @Test
  void waitsForATopicThatIsNotThereYet() {
    try (var follower = following()) {
      assertThat(follower.awaitCaughtUp(Duration.ofMillis(500))).isFalse();

      topic.create();

      assertThat(follower.awaitCaughtUp(LONG)).isTrue();
    }
  }

  @Test
  void waitsForARegistryThatIsAway() {
    topic.create();
    topic.publish(Packs.workflow("hello", 1, "greeting", "Hello."));
    topic.registry().stop();
    try (var follower = following()) {
      assertThat(follower.awaitCaughtUp(Duration.ofSeconds(2))).isFalse();

      topic.registry().restart();

      assertThat(follower.awaitCaughtUp(LONG)).isTrue();
      assertThat(follower.catalog().find("hello", 1)).isPresent();
      assertThat(follower.rejected()).isEmpty();
    }
  }

  @Test
  void listenersHearOfTheWholeCatalogOnceAndThenOfEachChange() {
    topic.create();
    topic.publish(Packs.workflow("hello", 1, "greeting", "Hello."));
    topic.publish(Packs.workflow("bye", 1, "farewell", "Bye."));
    var heard = new CopyOnWriteArrayList<Catalog>();
    try (var follower = new DefinitionsFollower(topic.config())) {
      follower.onChange(
          catalog -> {
            throw new IllegalStateException("a listener that fails");
          });
      follower.onChange(heard::add);
      follower.start();
      assertThat(follower.awaitCaughtUp(LONG)).isTrue();
      await().until(() -> heard.size() == 1);

      topic.publish(Packs.workflow("hello", 2, "greeting", "Hi."));

      await().until(() -> heard.size() == 2);
      assertThat(heard).extracting(catalog -> catalog.all().size()).containsExactly(2, 3);
      var late = new CopyOnWriteArrayList<Catalog>();
      follower.onChange(late::add);
      assertThat(late).extracting(catalog -> catalog.all().size()).containsExactly(3);
    }
  }

  @Test
  void listenersHearAtOnceOfWhatIsPublishedTogether() {
    topic.create();
    var heard = new CopyOnWriteArrayList<Catalog>();
    try (var follower = following();
        var publisher = new DefinitionsPublisher(topic.config())) {
      follower.onChange(heard::add);
      assertThat(follower.awaitCaughtUp(LONG)).isTrue();
      List<Workflow> together =
          IntStream.rangeClosed(1, 20)
              .mapToObj(n -> Packs.workflow("hello-" + n, 1, "greeting-" + n, "Hello."))
              .toList();

      assertThat(publisher.publish(together, "tester"))
          .containsOnly(new Publication.Published())
          .hasSize(20);

      await().until(() -> heard.size() == 2);
      assertThat(heard).extracting(catalog -> catalog.all().size()).containsExactly(0, 20);
    }
  }

  @Test
  void saysWhichWorkflowIsMissing() {
    topic.create();
    try (var follower = following()) {
      assertThatThrownBy(() -> follower.require("nobody", 7, Duration.ofMillis(10)))
          .isInstanceOf(UnknownWorkflowException.class)
          .hasMessageContaining("nobody@7");
    }
  }
}
