package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.kafka.retry.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that follows all partitions of some topics without a consumer group, until it is closed.
 * After any fault it pauses and goes on from the place that the sink names: so nothing is lost, and
 * what comes twice is the sink's to know.
 */
final class TopicFollower implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSE = Duration.ofSeconds(10);
  private static final Duration PARTITIONS_EVERY = Duration.ofSeconds(30);

  private final String name;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final List<String> topics;
  private final RecordSink sink;
  private final Backoff backoff;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Consumer<byte[], byte[]> open;
  private volatile boolean following;
  private int failures;

  TopicFollower(
      String name,
      Supplier<Consumer<byte[], byte[]>> consumers,
      List<String> topics,
      RecordSink sink,
      Backoff backoff) {
    this.name = name;
    this.consumers = consumers;
    this.topics = List.copyOf(topics);
    this.sink = sink;
    this.backoff = backoff;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Whether its place in each partition is known and the last attempt to go on succeeded. */
  boolean isFollowing() {
    return following;
  }

  @Override
  public void close() {
    closing.countDown();
    Consumer<byte[], byte[]> consumer = open;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      if (!thread.join(CLOSE)) {
        log.warn("{} is still busy after {}", name, CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      openUntilClosing();
    } catch (Error e) {
      log.error("{} ends, and the service isn't ready any more: restart it", name, e);
      throw e;
    } finally {
      // Also when it ends by an error: nobody reads on, and health has to say so.
      following = false;
    }
  }

  private void openUntilClosing() {
    while (!isClosing()) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        open = consumer;
        followUntilClosing(consumer);
      } catch (RuntimeException e) {
        pauseAfter(e);
      } finally {
        open = null;
      }
    }
  }

  private void followUntilClosing(Consumer<byte[], byte[]> consumer) {
    while (!isClosing()) {
      try {
        Set<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        sink.seek(consumer, partitions);
        readWhileSame(consumer, partitions);
      } catch (WakeupException e) {
        log.debug("{} was woken to end", name);
      } catch (RuntimeException e) {
        pauseAfter(e);
      }
    }
  }

  private void readWhileSame(Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
    long checkAt = System.nanoTime() + PARTITIONS_EVERY.toNanos();
    while (!isClosing()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        sink.take(records);
      }
      sink.looked(consumer);
      succeeded();
      if (System.nanoTime() - checkAt > 0) {
        if (!partitions(consumer).equals(partitions)) {
          return;
        }
        checkAt = System.nanoTime() + PARTITIONS_EVERY.toNanos();
      }
    }
  }

  private Set<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    return topics.stream()
        .flatMap(topic -> partitionsOf(consumer, topic).stream())
        .map(p -> new TopicPartition(p.topic(), p.partition()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<PartitionInfo> partitionsOf(Consumer<byte[], byte[]> consumer, String topic) {
    @Nullable List<PartitionInfo> partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new IllegalStateException("The topic " + topic + " doesn't exist");
    }
    return partitions;
  }

  private void succeeded() {
    if (failures > 0) {
      log.info("{} goes on after {} failed attempts", name, failures);
      failures = 0;
    }
    following = true;
  }

  private void pauseAfter(RuntimeException fault) {
    following = false;
    failures++;
    if (failures == 1) {
      log.warn("{} pauses and tries again: {}", name, fault.toString());
    } else {
      log.debug("{} pauses again, after {} attempts", name, failures, fault);
    }
    try {
      if (closing.await(backoff.pauseAfter(failures).toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("{} ends in a pause", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
