package dev.workflowexecutor.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The platform's topics as an upstream or downstream system uses them. */
public record Topics(TestPlatform platform) {

  /** Writes a problem as any upstream system may. */
  public void submit(RawProblem problem) {
    AvroSerializer<RawProblem> values = new AvroSerializer<>();
    values.configure(registry(), false);
    write(values, new ProducerRecord<>("problems.raw", problem.getTicketId(), problem));
  }

  /** Writes bytes that are no record. */
  public void submit(String key, byte[] value) {
    submit(key, value, Map.of());
  }

  /** Writes bytes with headers. */
  void submit(String key, byte[] value, Map<String, String> headers) {
    var record = new ProducerRecord<>(Topic.PROBLEMS_RAW.topicName(), key, value);
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    write(new ByteArraySerializer(), record);
  }

  /** Writes bytes as they are. */
  void write(Topic topic, String key, byte[] value) {
    write(new ByteArraySerializer(), new ProducerRecord<>(topic.topicName(), key, value));
  }

  /** The keys of all records on the topic with this name up to now. */
  List<String> keysOf(String topic) {
    return read(topic, new ByteArrayDeserializer()).stream().map(ConsumerRecord::key).toList();
  }

  /** A problem as bytes. */
  byte[] bytes(RawProblem problem) {
    AvroSerializer<RawProblem> values = new AvroSerializer<>();
    values.configure(registry(), false);
    return Objects.requireNonNull(values.serialize(Topic.PROBLEMS_RAW.topicName(), problem));
  }

  /** The records of a ticket on any topic up to now, in order. */
  List<ConsumerRecord<String, byte[]>> records(Topic topic, String ticket) {
    return records(topic).stream().filter(record -> ticket.equals(record.key())).toList();
  }

  /** Every record of a topic up to now. */
  List<ConsumerRecord<String, byte[]>> records(Topic topic) {
    return read(topic.topicName(), new ByteArrayDeserializer());
  }

  /** What a record's value says. */
  SpecificRecord value(ConsumerRecord<String, byte[]> record) {
    AvroDeserializer<SpecificRecord> values = new AvroDeserializer<>();
    values.configure(registry(), false);
    return Objects.requireNonNull(values.deserialize(record.topic(), record.value()));
  }

  /** The problems of a ticket up to now, in order. */
  List<RawProblem> problems(String ticket) {
    return records(Topic.PROBLEMS_RAW, ticket).stream()
        .map(record -> (RawProblem) value(record))
        .toList();
  }

  /** The outcomes of a ticket up to now, in order. */
  public List<ExecutionResult> results(String ticket) {
    AvroDeserializer<ExecutionResult> values = new AvroDeserializer<>();
    values.configure(registry(), false);
    return read(Topic.EXECUTIONS_RESULTS.topicName(), values).stream()
        .filter(record -> record.key().equals(ticket))
        .map(ConsumerRecord::value)
        .toList();
  }

  /** How many outcomes there are up to now of each problem. */
  public Map<String, Long> outcomesByProblem() {
    AvroDeserializer<ExecutionResult> values = new AvroDeserializer<>();
    values.configure(registry(), false);
    return read(Topic.EXECUTIONS_RESULTS.topicName(), values).stream()
        .collect(
            Collectors.groupingBy(record -> record.value().getProblemId(), Collectors.counting()));
  }

  /** The ids of all tool calls up to now. */
  public List<String> toolCalls() {
    AvroDeserializer<ToolCall> values = new AvroDeserializer<>();
    values.configure(registry(), false);
    return read(Topic.TOOLS_CALLS.topicName(), values).stream()
        .map(record -> record.value().getCallId())
        .toList();
  }

  /** What a dead-letter topic holds of a key. */
  public List<ConsumerRecord<String, byte[]>> deadLetters(Topic topic, String key) {
    return read(topic.deadLetterName(), new ByteArrayDeserializer()).stream()
        .filter(record -> key.equals(record.key()))
        .toList();
  }

  private Map<String, Object> registry() {
    return Map.of(
        "schema.registry.url", platform.registry().toString(), "specific.avro.reader", true);
  }

  private <V> void write(Serializer<V> values, ProducerRecord<String, V> record) {
    Map<String, Object> settings = Map.of("bootstrap.servers", platform.kafka());
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), values)) {
      producer.send(record);
      producer.flush();
    }
  }

  private <V> List<ConsumerRecord<String, V>> read(String topic, Deserializer<V> values) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            platform.kafka(),
            "isolation.level",
            "read_committed",
            // A fetch that finds nothing more would wait half a second, and there are many of them.
            "fetch.max.wait.ms",
            20);
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, V>> records = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }
}
