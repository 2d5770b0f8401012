package dev.workflowexecutor.kafka.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodsTest {

  private final AtomicLong now = new AtomicLong();
  private final Floods floods = new Floods(now::get);

  private long[] told(String name, int events) {
    return IntStream.range(0, events)
        .mapToObj(i -> floods.next(name))
        .flatMapToLong(number -> number.stream())
        .toArray();
  }

  @Test
  void tellsTheFirstFewAndThenFewerAndFewer() {
    assertThat(told("a", 10_000)).containsExactly(1, 2, 3, 4, 5, 10, 100, 1_000, 10_000);
  }

  @Test
  void countsEachNameByItself() {
    told("a", 50);

    assertThat(told("b", 2)).containsExactly(1, 2);
  }

  @Test
  void beginsAnewAfterAMinute() {
    told("a", 50);
    now.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(told("a", 1)).isEmpty();

    now.addAndGet(Duration.ofSeconds(2).toNanos());

    assertThat(told("a", 1)).containsExactly(1);
  }
}
