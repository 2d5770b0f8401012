package dev.workflowexecutor.decision.config;

import dev.workflowexecutor.decision.decide.Decision;
import dev.workflowexecutor.decision.ticket.Binding;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;

/** The counter {@code workflow.decisions} by kind, reason and workflow. */
final class DecisionMetrics implements Consumer<Decision> {

  private final MeterRegistry meters;

  DecisionMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void accept(Decision decision) {
    meters
        .counter(
            "workflow.decisions",
            "kind",
            decision.verdict().kind().name(),
            "reason",
            decision.verdict().reason().name(),
            "workflow",
            decision.workflow().map(Binding::workflow).orElse("none"))
        .increment();
  }
}
