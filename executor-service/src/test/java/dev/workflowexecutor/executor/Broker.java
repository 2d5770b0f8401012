package dev.workflowexecutor.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.kafka.definitions.DefinitionsPublisher;
import dev.workflowexecutor.kafka.serde.AvroSerde;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker with a mock registry, and a view of everything on the executor's topics. */
final class Broker implements AutoCloseable {

  static final Duration LONGEST = Duration.ofSeconds(90);

  private final String registry;
  private final EmbeddedKafkaKraftBroker broker;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

  Broker(String name) {
    registry = "mock://" + name;
    broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperty("transaction.state.log.replication.factor", "1");
    broker.brokerProperty("transaction.state.log.min.isr", "1");
    broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
    broker.afterPropertiesSet();
    producer = new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", broker.getBrokersAsString(),
                "group.id", "executor-service-it",
                "metadata.max.age.ms", "500",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(
        List.of(
            Topic.TOOLS_CALLS.topicName(),
            Topic.TOOLS_REPLIES.topicName(),
            Topic.EXECUTIONS_RESULTS.topicName(),
            Topic.DECISIONS_VALIDATED.deadLetterName(),
            Topic.TOOLS_CALLS.deadLetterName()));
  }

  String servers() {
    return broker.getBrokersAsString();
  }

  String registry() {
    return registry;
  }

  void publish(Workflow workflow) {
    try (var publisher = new DefinitionsPublisher(client())) {
      publisher.publish(workflow, "the test");
    }
  }

  void decide(ValidatedDecision decision) {
    String topic = Topic.DECISIONS_VALIDATED.topicName();
    byte[] value = serde(ValidatedDecision.class).serializer().serialize(topic, decision);
    send(topic, decision.getTicketId(), value);
  }

  void send(String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key, value));
    producer.flush();
  }

  List<ToolCall> awaitCalls(int count) {
    return values(Topic.TOOLS_CALLS, ToolCall.class, count);
  }

  List<ToolReply> awaitReplies(int count) {
    return values(Topic.TOOLS_REPLIES, ToolReply.class, count);
  }

  List<ExecutionResult> awaitResults(int count) {
    return values(Topic.EXECUTIONS_RESULTS, ExecutionResult.class, count);
  }

  void awaitDeadLetters(Topic topic, int count) {
    await().atMost(LONGEST).until(() -> on(topic.deadLetterName()).size() >= count);
    assertThat(on(topic.deadLetterName())).hasSize(count);
  }

  private <T extends SpecificRecord> List<T> values(Topic topic, Class<T> type, int count) {
    await().atMost(LONGEST).until(() -> on(topic.topicName()).size() >= count);
    List<T> values =
        on(topic.topicName()).stream()
            .map(it -> serde(type).deserializer().deserialize(topic.topicName(), it.value()))
            .toList();
    assertThat(values).hasSize(count);
    return values;
  }

  private List<ConsumerRecord<String, byte[]>> on(String topic) {
    consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
    return seen.stream().filter(it -> it.topic().equals(topic)).toList();
  }

  private <T extends SpecificRecord> AvroSerde<T> serde(Class<T> type) {
    return new AvroSerde<>(type, Map.of("schema.registry.url", registry));
  }

  private Map<String, Object> client() {
    return Map.of(
        "bootstrap.servers", broker.getBrokersAsString(), "schema.registry.url", registry);
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
    broker.destroy();
  }
}
