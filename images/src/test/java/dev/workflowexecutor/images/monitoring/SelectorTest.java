package dev.workflowexecutor.images.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectorTest {

  @Test
  void readsMetricsOutOfFunctionsRangesAndOperators() {
    assertThat(Selector.of("60 * sum(rate(a_total[5m])) / sum(rate(b_total[$__rate_interval]))"))
        .extracting(Selector::metric)
        .containsExactly("a_total", "b_total");
  }

  @Test
  void takesNeitherWordsNorLabelsForMetrics() {
    assertThat(
            Selector.of(
                "sum by (le, job) (rate(a_bucket{x=\"y\"}[1m])) or vector(0) unless on (z) b"))
        .extracting(Selector::metric)
        .containsExactly("a_bucket", "b");
  }

  @Test
  void takesNoOffsetForAMetric() {
    assertThat(Selector.of("a_total unless a_total offset $__range or b_total offset 10m"))
        .extracting(Selector::metric)
        .containsExactly("a_total", "a_total", "b_total");
  }

  @Test
  void knowsTheLabelsAndTheValuesThatItWants() {
    assertThat(Selector.of("sum by (tool) (a{kind=\"CLARIFY\", status!=\"OK\"})"))
        .containsExactly(
            new Selector("a", Map.of("kind", "CLARIFY"), Set.of("tool", "kind", "status")));
  }
}
