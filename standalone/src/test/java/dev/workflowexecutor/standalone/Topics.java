package dev.workflowexecutor.standalone;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    write(Topic.PROBLEMS_RAW, key, value);
  }

  /** Writes bytes as they are. */
  public void write(Topic topic, String key, byte[] value) {
    write(new ByteArraySerializer(), new ProducerRecord<>(topic.topicName(), key, value));
  }

  /** The keys of all records on a topic up to now. */
  public List<String> keys(Topic topic) {
    return keysOf(topic.topicName());
  }

  /** The keys of all records on the topic with this name up to now. */
  public List<String> keysOf(String topic) {
    return read(topic, new ByteArrayDeserializer()).stream().map(ConsumerRecord::key).toList();
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
        Map.of("bootstrap.servers", platform.kafka(), "isolation.level", "read_committed");
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
