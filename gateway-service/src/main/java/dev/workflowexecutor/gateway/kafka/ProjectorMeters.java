package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.OutcomeStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What the projector counts. */
@Component
final class ProjectorMeters {
  private final MeterRegistry meters;
  private final AtomicLong lag = new AtomicLong();

  ProjectorMeters(MeterRegistry meters) {
    this.meters = meters;
    Gauge.builder("workflow.gateway.projector.lag", lag, AtomicLong::get)
        .description("Records that aren't in the read model yet, when it was last written")
        .register(meters);
    // From 0, so that the first outcome of a status is an increase to whoever scrapes.
    for (OutcomeStatus status : OutcomeStatus.values()) {
      outcomes(status);
    }
  }

  void lag(long records) {
    lag.set(records);
  }

  void stored(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      outcomes(outcome.status()).increment();
    }
  }

  private Counter outcomes(OutcomeStatus status) {
    return meters.counter("workflow.gateway.outcomes", "status", status.name());
  }

  void skipped(String topic, String reason) {
    meters
        .counter("workflow.gateway.records.skipped", "topic", topic, "reason", reason)
        .increment();
  }
}
