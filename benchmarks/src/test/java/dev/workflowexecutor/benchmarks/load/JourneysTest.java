package dev.workflowexecutor.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JourneysTest {

  private final Journeys journeys = new Journeys("a route", 2);

  @Test
  void measuresFromWhenARecordWasDue() throws InterruptedException {
    journeys.measure();
    journeys.depart("a", 1_000_000);

    journeys.arrive("a", 4_000_000);

    assertThat(journeys.measured().millis(0.5)).isEqualTo(3);
  }

  @Test
  void leavesOutWhatArrivedBeforeItMeasured() throws InterruptedException {
    journeys.depart("a", 0);
    journeys.arrive("a", 1);

    journeys.measure();

    assertThat(journeys.measured().size()).isZero();
  }

  @Test
  void countsAKeyOnce() throws InterruptedException {
    journeys.depart("a", 0);

    assertThat(journeys.arrive("a", 1)).isTrue();
    assertThat(journeys.arrive("a", 2)).isFalse();
    assertThat(journeys.awaitAll()).isZero();
  }
}
