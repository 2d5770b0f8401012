package dev.workflowexecutor.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void takesTheNearestRankOfAQuantile() {
    Latencies latencies = new Latencies();
    LongStream.rangeClosed(1, 2_000).map(i -> (2_001 - i) * 1_000_000).forEach(latencies::add);

    assertThat(latencies.size()).isEqualTo(2_000);
    assertThat(latencies.millis(0.5)).isEqualTo(1_000);
    assertThat(latencies.millis(0.99)).isEqualTo(1_980);
    assertThat(latencies.millis(1)).isEqualTo(2_000);
  }

  @Test
  void hasNoQuantileOfNothing() {
    assertThat(new Latencies().millis(0.5)).isNaN();
  }
}
