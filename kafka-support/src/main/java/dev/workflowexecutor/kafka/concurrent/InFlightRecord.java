package dev.workflowexecutor.kafka.concurrent;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A record between poll and commit. */
final class InFlightRecord {

  private final ConsumerRecord<byte[], byte[]> raw;
  private final PartitionProgress progress;
  private final TopicPartition partition;
  private final Lane lane;
  private final CountDownLatch unwanted = new CountDownLatch(1);
  private volatile @Nullable Thread worker;

  InFlightRecord(ConsumerRecord<byte[], byte[]> raw, PartitionProgress progress) {
    this.raw = raw;
    this.progress = progress;
    this.partition = new TopicPartition(raw.topic(), raw.partition());
    String key = key();
    // Records without a key have no order among each other.
    this.lane = new Lane(partition, key == null ? this : key);
    progress.begin(raw.offset());
  }

  ConsumerRecord<byte[], byte[]> raw() {
    return raw;
  }

  @Nullable String key() {
    return raw.key() == null ? null : new String(raw.key(), StandardCharsets.UTF_8);
  }

  TopicPartition partition() {
    return partition;
  }

  /** Whose records come one after the other. */
  Lane lane() {
    return lane;
  }

  void startedBy(Thread thread) {
    worker = thread;
    progress.start(raw.offset());
  }

  /** True if no record after this one has started, so that it may as well be read again. */
  boolean isBeyondStarted() {
    return progress.isBeyondStarted(raw.offset());
  }

  void finish() {
    progress.finish(raw.offset());
  }

  /** Asks for no further attempt: the partition goes, or the consumer ends. */
  void stopRetrying() {
    unwanted.countDown();
  }

  boolean isUnwanted() {
    return unwanted.getCount() == 0;
  }

  /** Interrupts the attempt that is running, after {@link #stopRetrying}. */
  void interrupt() {
    stopRetrying();
    Thread thread = worker;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Waits before the next attempt; false if none is wanted any more. */
  boolean pause(Duration pause) throws InterruptedException {
    return !unwanted.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A key of a partition. */
  record Lane(TopicPartition partition, Object key) {}
}
