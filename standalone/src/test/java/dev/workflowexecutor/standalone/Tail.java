package dev.workflowexecutor.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Reads topics from their beginnings, as bytes, until enough is there. */
final class Tail implements AutoCloseable {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

  Tail(String kafka, Collection<String> topics) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The records that count, once there are that many of them, or more. */
  List<ConsumerRecord<String, byte[]>> await(
      int wanted, Predicate<ConsumerRecord<String, byte[]>> counts) {
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              consumer
                  .poll(Duration.ofMillis(200))
                  .forEach(
                      record -> {
                        if (counts.test(record)) {
                          read.add(record);
                        }
                      });
              return read.size() >= wanted;
            });
    return List.copyOf(read);
  }

  /** Everything that is there by now. */
  List<ConsumerRecord<String, byte[]>> all() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
      consumer.poll(Duration.ofMillis(100)).forEach(read::add);
    }
    return List.copyOf(read);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
