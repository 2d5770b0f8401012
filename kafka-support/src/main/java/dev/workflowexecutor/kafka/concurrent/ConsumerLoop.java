package dev.workflowexecutor.kafka.concurrent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that talks to the broker: polls, hands records to the lanes, pauses when they are
 * full, commits what is processed without a gap, and gives partitions back in order.
 */
final class ConsumerLoop implements Runnable, ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration POLL_WHILE_FULL = Duration.ofMillis(10);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final List<String> topics;
  private final KeyLanes lanes;
  private final LoopSettings settings;
  private final LoopState state;
  private final Map<TopicPartition, PartitionProgress> progress = new ConcurrentHashMap<>();
  private long lastCommit = System.nanoTime();

  ConsumerLoop(
      Consumer<byte[], byte[]> consumer,
      List<String> topics,
      KeyLanes lanes,
      LoopSettings settings,
      LoopState state) {
    this.consumer = consumer;
    this.topics = topics;
    this.lanes = lanes;
    this.settings = settings;
    this.state = state;
  }

  @Override
  public void run() {
    try {
      consumer.subscribe(topics, this);
      while (!state.isClosing()) {
        turn();
      }
    } catch (RuntimeException | Error e) {
      LOG.error("the consumer of {} ends because of a fault", topics, e);
      state.failed(e);
    } finally {
      end();
      state.ended();
    }
  }

  private void turn() {
    try {
      boolean full = holdBackWhileFull();
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(full ? POLL_WHILE_FULL : POLL)) {
        lanes.accept(new InFlightRecord(record, progressOf(record)));
      }
      commitWhenDue();
      state.polled();
    } catch (WakeupException e) {
      LOG.debug("woken up to close");
    } catch (KafkaException e) {
      LOG.error("polling {} failed, trying again", topics, e);
      state.pollFailed();
      state.awaitClosing(PAUSE_AFTER_FAILURE);
    }
  }

  private PartitionProgress progressOf(ConsumerRecord<?, ?> record) {
    return progress.computeIfAbsent(
        new TopicPartition(record.topic(), record.partition()), p -> new PartitionProgress());
  }

  /** Pauses at the bound and resumes at half of it, also for partitions that came meanwhile. */
  private boolean holdBackWhileFull() {
    int unfinished = lanes.unfinished();
    boolean wasFull = !consumer.paused().isEmpty();
    boolean full = unfinished >= (wasFull ? settings.buffer() / 2 + 1 : settings.buffer());
    if (full) {
      consumer.pause(consumer.assignment());
    } else if (wasFull) {
      consumer.resume(consumer.paused());
    }
    return full;
  }

  private void commitWhenDue() {
    if (System.nanoTime() - lastCommit < settings.commitInterval().toNanos()) {
      return;
    }
    lastCommit = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> offsets = committable(progress.keySet());
    if (!offsets.isEmpty()) {
      consumer.commitAsync(
          offsets,
          (committed, failure) -> {
            if (failure == null) {
              noteCommitted(committed);
            } else {
              LOG.warn("a commit failed, the next one includes it: {}", failure.toString());
            }
          });
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> committable(
      Collection<TopicPartition> partitions) {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (TopicPartition partition : partitions) {
      PartitionProgress done = progress.get(partition);
      if (done != null) {
        done.committable()
            .ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset)));
      }
    }
    return offsets;
  }

  private void noteCommitted(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          PartitionProgress done = progress.get(partition);
          if (done != null) {
            done.committed(offset.offset());
          }
        });
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    state.assigned();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    giveBack(partitions, settings.revocationTimeout());
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    lanes.interrupt(partitions);
    progress.keySet().removeAll(partitions);
  }

  /** Lets what is running end, and what lies before it, within the time; and commits. */
  private void giveBack(Collection<TopicPartition> partitions, Duration timeout) {
    lanes.withdraw(partitions);
    try {
      if (!lanes.awaitQuiet(partitions, timeout)) {
        LOG.warn("records of {} didn't end within {}, they will be read again", topics, timeout);
        lanes.interrupt(partitions);
      }
      Map<TopicPartition, OffsetAndMetadata> offsets = committable(partitions);
      if (!offsets.isEmpty()) {
        consumer.commitSync(offsets, settings.commitTimeout());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lanes.interrupt(partitions);
    } catch (KafkaException e) {
      LOG.warn("{} were given back without a commit, they will be read again", partitions, e);
    }
    progress.keySet().removeAll(partitions);
  }

  private void end() {
    try {
      if (state.isFailed()) {
        lanes.interrupt(progress.keySet());
      }
      giveBack(new ArrayList<>(progress.keySet()), state.timeToClose());
      consumer.close();
    } catch (RuntimeException e) {
      LOG.warn("the consumer of {} didn't close cleanly", topics, e);
    }
  }
}
