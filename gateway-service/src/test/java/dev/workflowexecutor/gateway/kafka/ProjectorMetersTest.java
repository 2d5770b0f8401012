package dev.workflowexecutor.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.OutcomeStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectorMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ProjectorMeters meters = new ProjectorMeters(registry);

  @Test
  void countOutcomesOfEveryStatusFromZero() {
    assertThat(OutcomeStatus.values()).allSatisfy(status -> assertThat(stored(status)).isZero());
  }

  @Test
  void countEachStoredOutcomeUnderItsStatus() {
    meters.stored(List.of(outcome(OutcomeStatus.RESOLVED), outcome(OutcomeStatus.RESOLVED)));

    assertThat(stored(OutcomeStatus.RESOLVED)).isEqualTo(2);
    assertThat(stored(OutcomeStatus.ESCALATED)).isZero();
  }

  private double stored(OutcomeStatus status) {
    return registry.get("workflow.gateway.outcomes").tag("status", status.name()).counter().count();
  }

  private static Outcome outcome(OutcomeStatus status) {
    return new Outcome(
        "result",
        "ticket",
        "problem",
        status,
        "Done.",
        "{}",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
