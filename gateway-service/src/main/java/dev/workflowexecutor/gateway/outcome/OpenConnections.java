package dev.workflowexecutor.gateway.outcome;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the requests that wait and the streams when the gateway shuts down, before the web server
 * begins to wait for its requests.
 */
@Component
final class OpenConnections implements SmartLifecycle {
  private final Outcomes outcomes;
  private volatile boolean running;

  OpenConnections(Outcomes outcomes, MeterRegistry meters) {
    this.outcomes = outcomes;
    Gauge.builder("workflow.gateway.sse.connections", outcomes, Outcomes::streaming)
        .description("Open event streams")
        .register(meters);
    Gauge.builder("workflow.gateway.requests.waiting", outcomes, Outcomes::waiting)
        .description("Problems whose submitter waits for the outcome")
        .register(meters);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    outcomes.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
