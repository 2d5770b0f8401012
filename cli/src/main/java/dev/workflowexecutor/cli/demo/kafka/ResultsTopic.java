package dev.workflowexecutor.cli.demo.kafka;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.topic.Topic;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The outcome records on {@code executions.results}. */
public final class ResultsTopic {

  private ResultsTopic() {}

  /** How many there are at this moment, read one by one. */
  public static long count(String kafka, URI registry) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
    AvroDeserializer<ExecutionResult> values = new AvroDeserializer<>();
    values.configure(
        Map.of("schema.registry.url", registry.toString(), "specific.avro.reader", true), false);
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.EXECUTIONS_RESULTS.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long count = 0;
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        count += consumer.poll(Duration.ofMillis(200)).count();
      }
      return count;
    }
  }
}
