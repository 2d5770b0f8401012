package dev.workflowexecutor.kafka.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.WorkflowDefinition;
import dev.workflowexecutor.kafka.TestBroker;
import dev.workflowexecutor.kafka.registry.FakeRegistryServer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefinitionsIT {

  private static final String TOPIC = Topic.WORKFLOWS_DEFINITIONS.topicName();
  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeRegistryServer registry = new FakeRegistryServer();

  @BeforeEach
  void anEmptyTopic() throws Exception {
    try (Admin admin = Admin.create(TestBroker.config())) {
      if (admin.listTopics().names().get().contains(TOPIC)) {
        admin.deleteTopics(List.of(TOPIC)).all().get();
        await().until(() -> !admin.listTopics().names().get().contains(TOPIC));
      }
    }
  }

  @AfterEach
  void closeRegistry() {
    registry.close();
  }

  private static void createTopic() {
    TopicCreation.createMissing(
        TestBroker.config(), List.of(Topic.WORKFLOWS_DEFINITIONS), 6, (short) 1);
  }

  private Map<String, Object> config() {
    return TestBroker.config(
        "schema.registry.url",
        registry.url(),
        "schema.registry.retry.timeout.ms",
        "500",
        "schema.registry.retry.backoff.ms",
        "20");
  }

  private DefinitionsFollower following() {
    var follower = new DefinitionsFollower(config());
    follower.start();
    return follower;
  }

  private Publication publish(Workflow workflow) {
    try (var publisher = new DefinitionsPublisher(config())) {
      return publisher.publish(workflow, "tester");
    }
  }

  private static void write(String key, byte @Nullable [] value) {
    try (var producer = TestBroker.producer()) {
      producer.send(new ProducerRecord<>(TOPIC, key.getBytes(StandardCharsets.UTF_8), value));
    }
  }

  private void writeDefinition(Workflow workflow, String hash) {
    WorkflowDefinition definition =
        WorkflowDefinition.newBuilder(DefinitionCodec.encode(workflow, Instant.EPOCH, null))
            .setHash(hash)
            .build();
    write(
        workflow.key(),
        new AvroSerializer<WorkflowDefinition>(config()).serialize(TOPIC, definition));
  }

  @Test
  void whatIsPublishedIsFollowed() {
    createTopic();
    Workflow hello = Packs.workflow("hello", 1, "greeting", "Hello.");
    try (var follower = following()) {
      assertThat(follower.awaitCaughtUp(LONG)).isTrue();
      assertThat(follower.catalog().all()).isEmpty();

      assertThat(publish(hello)).isEqualTo(new Publication.Published());

      assertThat(follower.require("hello", 1, LONG).hash()).isEqualTo(hello.hash());
      assertThat(follower.catalog().byIntent("greeting")).isPresent();
    }
    var record = TestBroker.readAll(TOPIC).getFirst();
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("hello@1");
    assertThat(TestBroker.header(record.headers(), "ce_type"))
        .isEqualTo("dev.workflowexecutor.events.WorkflowDefinition");
  }

  @Test
  void theSameTwiceIsWrittenOnce() {
    createTopic();
    Workflow hello = Packs.workflow("hello", 1, "greeting", "Hello.");

    assertThat(publish(hello)).isEqualTo(new Publication.Published());
    assertThat(publish(hello)).isEqualTo(new Publication.AlreadyThere());

    assertThat(TestBroker.readAll(TOPIC)).hasSize(1);
  }

  @Test
  void aPublishedVersionNeverChangesAndAnIntentHasOneOwner() {
    createTopic();
    publish(Packs.workflow("hello", 1, "greeting", "Hello."));

    assertThat(publish(Packs.workflow("hello", 1, "greeting", "Hi.")))
        .isInstanceOf(Publication.Refused.class);
    assertThat(publish(Packs.workflow("other", 1, "greeting", "Hi.")))
        .isInstanceOfSatisfying(
            Publication.Refused.class,
            refused ->
                assertThat(refused.findings().toString()).contains("greeting").contains("hello"));
    assertThat(publish(Packs.workflow("hello", 2, "greeting", "Hi.")))
        .isEqualTo(new Publication.Published());

    assertThat(TestBroker.readAll(TOPIC)).hasSize(2);
  }

  @Test
  void ofTwoThatPublishAtOnceOneWins() throws Exception {
    createTopic();
    Workflow one = Packs.workflow("hello", 1, "greeting", "Hello.");
    Workflow two = Packs.workflow("hello", 1, "greeting", "Hi.");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads
              .invokeAll(List.<Callable<Publication>>of(() -> publish(one), () -> publish(two)))
              .stream()
              .map(future -> future.resultNow().getClass().getSimpleName())
              .toList();

      assertThat(answers).containsExactlyInAnyOrder("Published", "Refused");
    }
  }

  @Test
  void ofTwoThatPublishAtOnceTheSecondIsHeldAgainstTheFirst() throws Exception {
    createTopic();
    Workflow one =
        Packs.calling("one", 1, "a", "{steps.look.eta}", Packs.tools("eta: { type: text }"));
    Workflow two =
        Packs.calling("two", 1, "b", "{steps.look.until}", Packs.tools("until: { type: text }"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads
              .invokeAll(List.<Callable<Publication>>of(() -> publish(one), () -> publish(two)))
              .stream()
              .map(future -> future.resultNow().getClass().getSimpleName())
              .toList();

      assertThat(answers).containsExactlyInAnyOrder("Published", "Refused");
    }
    assertThat(TestBroker.readAll(TOPIC)).hasSize(1);
  }

  @Test
  void aPublicationOfWhichOneIsTooLargeIsNotWrittenAtAll() {
    createTopic();
    Workflow small = Packs.workflow("small", 1, "one", "Hello.");
    Workflow large = Packs.workflow("large", 1, "two", "Hello. ".repeat(1_000));
    Map<String, Object> narrow = new HashMap<>(config());
    narrow.put("max.request.size", 4_000);

    try (var publisher = new DefinitionsPublisher(narrow)) {
      assertThatThrownBy(() -> publisher.publish(List.of(small, large), "tester"))
          .isInstanceOf(KafkaException.class)
          .hasMessageContaining("nothing is published: large@1: ")
          .hasMessageContaining("max.request.size");
      assertThat(TestBroker.readAll(TOPIC)).isEmpty();

      assertThat(publisher.publish(small, "tester")).isEqualTo(new Publication.Published());
    }
  }

  @Test
  void aReadingThatFailsBeginsAgainWhereItFailed() {
    createTopic();
    try (var publisher = new DefinitionsPublisher(config())) {
      publisher.publish(
          IntStream.rangeClosed(1, 3)
              .mapToObj(n -> Packs.workflow("hello-" + n, 1, "greeting-" + n, "Hello."))
              .toList(),
          "tester");
    }
    var followed = new FollowedCatalog();
    var read = new AtomicInteger();
    Deserializer<WorkflowDefinition> failing =
        (topic, bytes) -> {
          if (read.incrementAndGet() == 2) {
            throw new IllegalStateException("the second reading fails");
          }
          return ConfiguredSerdes.deserializer(WorkflowDefinition.class, config())
              .deserialize(topic, bytes);
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
    createTopic();
    Workflow hello = Packs.workflow("hello", 1, "greeting", "Hello.");
    write("poison", "poison".getBytes(StandardCharsets.UTF_8));
    write("gone@1", null);
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

      createTopic();

      assertThat(follower.awaitCaughtUp(LONG)).isTrue();
    }
  }

  @Test
  void waitsForARegistryThatIsAway() {
    createTopic();
    publish(Packs.workflow("hello", 1, "greeting", "Hello."));
    registry.stop();
    try (var follower = following()) {
      assertThat(follower.awaitCaughtUp(Duration.ofSeconds(2))).isFalse();

      registry.restart();

      assertThat(follower.awaitCaughtUp(LONG)).isTrue();
      assertThat(follower.catalog().find("hello", 1)).isPresent();
      assertThat(follower.rejected()).isEmpty();
    }
  }

  @Test
  void listenersHearOfTheWholeCatalogOnceAndThenOfEachChange() {
    createTopic();
    publish(Packs.workflow("hello", 1, "greeting", "Hello."));
    publish(Packs.workflow("bye", 1, "farewell", "Bye."));
    var heard = new CopyOnWriteArrayList<Catalog>();
    try (var follower = new DefinitionsFollower(config())) {
      follower.onChange(
          catalog -> {
            throw new IllegalStateException("a listener that fails");
          });
      follower.onChange(heard::add);
      follower.start();
      assertThat(follower.awaitCaughtUp(LONG)).isTrue();
      await().until(() -> heard.size() == 1);

      publish(Packs.workflow("hello", 2, "greeting", "Hi."));

      await().until(() -> heard.size() == 2);
      assertThat(heard).extracting(catalog -> catalog.all().size()).containsExactly(2, 3);
      var late = new CopyOnWriteArrayList<Catalog>();
      follower.onChange(late::add);
      assertThat(late).extracting(catalog -> catalog.all().size()).containsExactly(3);
    }
  }

  @Test
  void listenersHearAtOnceOfWhatIsPublishedTogether() {
    createTopic();
    var heard = new CopyOnWriteArrayList<Catalog>();
    try (var follower = following();
        var publisher = new DefinitionsPublisher(config())) {
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
    createTopic();
    try (var follower = following()) {
      assertThatThrownBy(() -> follower.require("nobody", 7, Duration.ofMillis(10)))
          .isInstanceOf(UnknownWorkflowException.class)
          .hasMessageContaining("nobody@7");
    }
  }

  @Test
  void aToolContractThatBreaksALiveDefinitionIsRefusedAndNothingIsWritten() {
    createTopic();
    String tools = Packs.tools("eta: { type: text }");
    String changed = Packs.tools("until: { type: text }");
    Workflow live = Packs.calling("live", 1, "one", "Back at {steps.look.eta}.", tools);
    assertThat(publish(live)).isEqualTo(new Publication.Published());
    Workflow other = Packs.calling("other", 1, "two", "Back at {steps.look.until}.", changed);
    Workflow unrelated = Packs.workflow("hello", 1, "greeting", "Hello.");

    try (var publisher = new DefinitionsPublisher(config())) {
      List<Publication> refused = publisher.publish(List.of(unrelated, other), "tester");

      assertThat(refused.getFirst()).isEqualTo(new Publication.HeldBack());
      assertThat(refused.getLast())
          .isInstanceOfSatisfying(
              Publication.Refused.class,
              why ->
                  assertThat(why.findings().toString())
                      .contains("line.check", "live@1", "step look", "output 'eta' is gone")
                      .contains("read by outcome 1 in 'steps.look.eta'"));
      assertThat(TestBroker.readAll(TOPIC)).hasSize(1);

      Workflow fitting = Packs.calling("live", 2, "one", "Back at {steps.look.until}.", changed);
      assertThat(publisher.publish(List.of(other, fitting), "tester"))
          .containsOnly(new Publication.Published());
    }
  }
}
