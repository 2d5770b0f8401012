package dev.workflowexecutor.kafka.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Property
  void pausesAreBetweenFourFifthsOfTheDoubledOneAndTheLimit(
      @ForAll @LongRange(min = 1, max = 10_000) long first,
      @ForAll @LongRange(min = 0, max = 100_000_000) long more,
      @ForAll @IntRange(min = 1, max = 1_000_000) int failures) {
    var backoff = new Backoff(Duration.ofMillis(first), Duration.ofMillis(first + more));

    long pause = backoff.pauseAfter(failures).toMillis();

    double full = Math.min(first + more, first * Math.pow(2, failures - 1));
    assertThat(pause).isBetween((long) Math.floor(full * 0.8), (long) full);
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
