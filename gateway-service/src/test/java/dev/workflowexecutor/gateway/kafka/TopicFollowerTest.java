package dev.workflowexecutor.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.retry.Backoff;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicFollowerTest {

  private static final TopicPartition P0 = new TopicPartition("t", 0);

  private final MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");
  private final Failing sink = new Failing();
  private final TopicFollower follower =
      new TopicFollower(
          "follower",
          () -> broker,
          List.of("t"),
          sink,
          new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)));

  @BeforeEach
  void follow() {
    broker.updatePartitions("t", List.of(new PartitionInfo("t", 0, null, null, null)));
    broker.updateBeginningOffsets(Map.of(P0, 0L));
    follower.start();
    await().until(follower::isFollowing);
  }

  @AfterEach
  void end() {
    follower.close();
  }

  @Test
  void followsUntilItIsClosed() {
    follower.close();

    assertThat(follower.isFollowing()).isFalse();
  }

  @Test
  void goesOnAfterAnException() {
    sink.failure.set(new IllegalStateException("the database is away"));

    give();

    await().until(() -> sink.failure.get() == null);
    await().until(follower::isFollowing);
  }

  @Test
  void isFollowingNoMoreAfterAnError() {
    sink.failure.set(new StackOverflowError());

    give();

    // The error is what ends the thread, and no fault of the test.
    await().dontCatchUncaughtExceptions().until(broker::closed);
    await().dontCatchUncaughtExceptions().until(() -> !follower.isFollowing());
  }

  private void give() {
    broker.schedulePollTask(
        () -> broker.addRecord(new ConsumerRecord<>("t", 0, 0, new byte[0], new byte[0])));
  }

  /** Throws once what it is told. */
  private static final class Failing implements RecordSink {

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    @Override
    public void seek(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
      consumer.seekToBeginning(partitions);
    }

    @Override
    public void take(ConsumerRecords<byte[], byte[]> records) {
      switch (failure.getAndSet(null)) {
        case null -> {}
        case Error error -> throw error;
        case Throwable other -> throw (RuntimeException) other;
      }
    }
  }
}
