package dev.workflowexecutor.extraction.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final List<Evidence> INSIDE = spread(0.6, 0.75);
  private static final List<Evidence> OUTSIDE = spread(0.05, 0.45);

  private final Gate gate = Gate.of(INSIDE, OUTSIDE);

  @Test
  void admitsNearlyAllRowsThatBelongToAnIntent() {
    assertThat(INSIDE.stream().filter(gate::admits).count()).isGreaterThanOrEqualTo(49);
  }

  @Test
  void refusesStrangers() {
    assertThat(OUTSIDE).noneMatch(gate::admits);
  }

  @Test
  void learnsTheSameFromTheSameRows() {
    assertThat(Gate.of(INSIDE, OUTSIDE)).isEqualTo(gate);
  }

  @Test
  void asksForLessProbabilityWhereAnExemplarIsNear() {
    Evidence improbable = new Evidence(0.4, 0.7);
    Evidence nearer = new Evidence(0.4, 0.98);

    assertThat(gate.admits(nearer) || !gate.admits(improbable)).isTrue();
    assertThat(gate.perCosine()).isPositive();
    assertThat(gate.perLogit()).isPositive();
  }

  private static List<Evidence> spread(double probability, double nearest) {
    return IntStream.range(0, 50)
        .mapToObj(i -> new Evidence(probability + i * 0.005, nearest + i * 0.004))
        .toList();
  }
}
