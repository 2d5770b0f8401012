package dev.workflowexecutor.benchmarks.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their present end on a thread of its own, committed records only. */
public final class Arrivals implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Listener listener;
  private final Thread thread;

  /** Who is told of each record, on the reading thread, with {@link System#nanoTime()}. */
  @FunctionalInterface
  public interface Listener {

    /** One record arrived. */
    void arrived(ConsumerRecord<String, byte[]> arrival, long nanos);
  }

  /** Begins to read; when this returns, every later record of the topics will be seen. */
  public Arrivals(String bootstrapServers, Collection<String> topics, Listener listener) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                1,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.listener = listener;
    startAtTheEnd(topics);
    this.thread = Thread.ofPlatform().name("arrivals").start(this::read);
  }

  private void startAtTheEnd(Collection<String> topics) {
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Seeking is lazy: only asking for the position fixes it.
    partitions.forEach(consumer::position);
  }

  private void read() {
    try (consumer) {
      while (true) {
        var records = consumer.poll(POLL);
        long now = System.nanoTime();
        records.forEach(record -> listener.arrived(record, now));
      }
    } catch (WakeupException e) {
      // Closed.
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
