package dev.workflowexecutor.kafka.definitions;

import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.TestBroker;
import dev.workflowexecutor.kafka.registry.FakeRegistryServer;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import dev.workflowexecutor.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The topic of definitions on the tests' broker, gone at first, and a registry for it. */
final class DefinitionsTopic implements AutoCloseable {

  static final String NAME = Topic.WORKFLOWS_DEFINITIONS.topicName();

  private final FakeRegistryServer registry = new FakeRegistryServer();

  DefinitionsTopic() throws Exception {
    try (Admin admin = Admin.create(TestBroker.config())) {
      if (admin.listTopics().names().get().contains(NAME)) {
        admin.deleteTopics(List.of(NAME)).all().get();
        await().until(() -> !admin.listTopics().names().get().contains(NAME));
      }
    }
  }

  FakeRegistryServer registry() {
    return registry;
  }

  void create() {
    TopicCreation.createMissing(
        TestBroker.config(), List.of(Topic.WORKFLOWS_DEFINITIONS), 6, (short) 1);
  }

  /** The settings of a client. */
  Map<String, Object> config() {
    return TestBroker.config(
        "schema.registry.url",
        registry.url(),
        "schema.registry.retry.timeout.ms",
        "500",
        "schema.registry.retry.backoff.ms",
        "20");
  }

  Publication publish(Workflow workflow) {
    try (var publisher = new DefinitionsPublisher(config())) {
      return publisher.publish(workflow, "tester");
    }
  }

  void write(String key, byte @Nullable [] value) {
    try (var producer = TestBroker.producer()) {
      producer.send(new ProducerRecord<>(NAME, key.getBytes(StandardCharsets.UTF_8), value));
    }
  }

  List<ConsumerRecord<byte[], byte[]>> records() {
    return TestBroker.readAll(NAME);
  }

  @Override
  public void close() {
    registry.close();
  }
}
