package dev.workflowexecutor.kafka.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyLanesTest {

  private static final TopicPartition P0 = new TopicPartition("t", 0);
  private static final TopicPartition P1 = new TopicPartition("t", 1);

  private final PartitionProgress progress = new PartitionProgress();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<Long> begun = new CopyOnWriteArrayList<>();

  private InFlightRecord record(TopicPartition partition, @Nullable String key, long offset) {
    return new InFlightRecord(RawRecords.of(partition, offset, key, new byte[0]), progress);
  }

  private void waitAtTheGate(InFlightRecord record) {
    begun.add(record.raw().offset());
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Property(tries = 200)
  void keepsEachKeyInOrderAndTheBound(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 5) Integer> keys,
      @ForAll @IntRange(min = 1, max = 8) int bound)
      throws InterruptedException {
    Map<String, List<Long>> handled = new ConcurrentHashMap<>();
    var runningNow = new AtomicInteger();
    var mostRunning = new AtomicInteger();
    Set<String> busy = ConcurrentHashMap.newKeySet();
    var overlaps = new AtomicInteger();
    var lanes =
        new KeyLanes(
            bound,
            record -> {
              String key = String.valueOf(record.key());
              mostRunning.accumulateAndGet(runningNow.incrementAndGet(), Math::max);
              if (!busy.add(key)) {
                overlaps.incrementAndGet();
              }
              Thread.yield();
              handled
                  .computeIfAbsent(key, k -> new CopyOnWriteArrayList<>())
                  .add(record.raw().offset());
              busy.remove(key);
              runningNow.decrementAndGet();
            });

    for (int i = 0; i < keys.size(); i++) {
      lanes.accept(record(P0, "k" + keys.get(i), i));
    }
    assertThat(lanes.awaitQuiet(Set.of(P0), Duration.ofSeconds(30))).isTrue();

    assertThat(lanes.unfinished()).isZero();
    assertThat(overlaps).hasValue(0);
    assertThat(mostRunning.get()).isLessThanOrEqualTo(bound);
    for (String key : handled.keySet()) {
      List<Long> expected =
          IntStream.range(0, keys.size())
              .filter(i -> ("k" + keys.get(i)).equals(key))
              .mapToObj(i -> (long) i)
              .toList();
      assertThat(handled.get(key)).isEqualTo(expected);
    }
  }

  @Test
  void runsRecordsWithoutAKeySideBySide() {
    var lanes = new KeyLanes(10, this::waitAtTheGate);

    lanes.accept(record(P0, null, 0));
    lanes.accept(record(P0, null, 1));

    await().until(() -> begun.size() == 2);
    gate.countDown();
  }

  @Test
  void aBusyKeyDoesNotHoldUpAnother() {
    var lanes = new KeyLanes(2, this::waitAtTheGate);

    lanes.accept(record(P0, "busy", 0));
    lanes.accept(record(P0, "busy", 1));
    lanes.accept(record(P0, "free", 2));

    await().until(() -> begun.size() == 2);
    assertThat(begun).containsExactlyInAnyOrder(0L, 2L);
    gate.countDown();
  }

  @Test
  void forgetsWhatHasNotBegunOfAPartitionThatGoes() throws Exception {
    var lanes = new KeyLanes(1, this::waitAtTheGate);
    lanes.accept(record(P0, "a", 0));
    lanes.accept(record(P0, "a", 1));
    lanes.accept(record(P0, "b", 2));
    lanes.accept(record(P1, "a", 3));
    await().until(() -> begun.size() == 1);

    lanes.withdraw(Set.of(P0));
    assertThat(lanes.unfinished()).isEqualTo(2);
    gate.countDown();

    await().until(() -> lanes.unfinished() == 0);
    assertThat(begun).containsExactly(0L, 3L);
    assertThat(lanes.awaitQuiet(Set.of(P0, P1), Duration.ZERO)).isTrue();
  }

  @Test
  void stillRunsWhatLiesBeforeSomethingThatHasStarted() throws Exception {
    var lanes = new KeyLanes(2, this::waitAtTheGate);
    lanes.accept(record(P0, "a", 0));
    lanes.accept(record(P0, "a", 1));
    lanes.accept(record(P0, "b", 2));
    lanes.accept(record(P0, "a", 3));
    await().until(() -> begun.size() == 2);

    lanes.withdraw(Set.of(P0));
    gate.countDown();

    assertThat(lanes.awaitQuiet(Set.of(P0), Duration.ofSeconds(30))).isTrue();
    assertThat(begun).containsExactlyInAnyOrder(0L, 1L, 2L);
    assertThat(lanes.unfinished()).isZero();
  }

  @Test
  void waitsForWhatIsRunningButNotForever() throws Exception {
    var lanes = new KeyLanes(1, this::waitAtTheGate);
    lanes.accept(record(P0, "a", 0));

    assertThat(lanes.awaitQuiet(Set.of(P0), Duration.ofMillis(20))).isFalse();
    assertThat(lanes.awaitQuiet(Set.of(P1), Duration.ofMillis(20))).isTrue();
    lanes.interrupt(Set.of(P0));

    assertThat(lanes.awaitQuiet(Set.of(P0), Duration.ofSeconds(30))).isTrue();
  }

  @Test
  void keepsTheOrderOfAKeyWhenItsPartitionComesBackBeforeAnOldRecordEnded() {
    var stubborn = new CountDownLatch(1);
    var order = new ArrayList<Long>();
    var lanes =
        new KeyLanes(
            4,
            record -> {
              if (record.raw().offset() == 0) {
                awaitWithoutInterruption(stubborn);
              }
              synchronized (order) {
                order.add(record.raw().offset());
              }
            });
    lanes.accept(record(P0, "a", 0));
    lanes.withdraw(Set.of(P0));
    lanes.interrupt(Set.of(P0));

    lanes.accept(record(P0, "a", 1));
    stubborn.countDown();

    await().until(() -> lanes.unfinished() == 0);
    assertThat(order).containsExactly(0L, 1L);
  }

  private static void awaitWithoutInterruption(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        // Stubborn on purpose.
      }
    }
  }
}
