package dev.workflowexecutor.kafka.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {

  private final PartitionProgress progress = new PartitionProgress();

  @Test
  void hasNothingToCommitBeforeTheFirstRecord() {
    assertThat(progress.committable()).isEmpty();
  }

  @Test
  void stopsAtTheFirstUnfinishedRecord() {
    progress.begin(5);
    progress.begin(6);
    progress.begin(7);
    progress.finish(5);
    progress.finish(7);

    assertThat(progress.committable()).hasValue(6);
  }

  @Test
  void passesOverOffsetsThatTheTopicDoesNotHave() {
    progress.begin(5);
    progress.begin(9);
    progress.finish(5);
    progress.finish(9);

    assertThat(progress.committable()).hasValue(10);
  }

  @Test
  void givesEachOffsetOnce() {
    progress.begin(5);
    progress.finish(5);
    progress.committed(6);

    assertThat(progress.committable()).isEmpty();
  }

  @Property
  void neverGoesBeyondAnUnfinishedRecordAndEndsAfterTheLast(
      @ForAll("offsetsInTwoOrders") List<List<Long>> orders) {
    var fresh = new PartitionProgress();
    var unfinished = new TreeSet<Long>(orders.get(0));
    unfinished.forEach(fresh::begin);
    long end = unfinished.last() + 1;
    for (long offset : orders.get(1)) {
      fresh.finish(offset);
      unfinished.remove(offset);
      assertThat(fresh.committable())
          .isEqualTo(OptionalLong.of(unfinished.isEmpty() ? end : unfinished.first()));
    }
  }

  @Provide
  Arbitrary<List<List<Long>>> offsetsInTwoOrders() {
    return Arbitraries.longs()
        .between(0, 1_000)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(50)
        .flatMap(
            offsets -> Arbitraries.shuffle(offsets).map(shuffled -> List.of(offsets, shuffled)));
  }
}
