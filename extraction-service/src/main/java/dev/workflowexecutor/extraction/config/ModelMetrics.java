package dev.workflowexecutor.extraction.config;

import dev.workflowexecutor.extraction.llm.ModelObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * What a chat model takes: {@code workflow.model.calls} (time) by model and result, and {@code
 * workflow.model.tokens} by model and direction.
 */
final class ModelMetrics implements ModelObserver {

  private static final Duration LEAST = Duration.ofMillis(50);
  private static final Duration MOST = Duration.ofMinutes(1);

  private final MeterRegistry meters;

  ModelMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void answered(String model, Duration time, long inputTokens, long outputTokens) {
    time(model, "answered", time);
    count(model, "input", inputTokens);
    count(model, "output", outputTokens);
  }

  @Override
  public void failed(String model, Duration time) {
    time(model, "failed", time);
  }

  private void time(String model, String result, Duration time) {
    Timer.builder("workflow.model.calls")
        .description("Questions to a chat model, answered or failed")
        .tags("model", model, "result", result)
        .publishPercentileHistogram()
        .minimumExpectedValue(LEAST)
        .maximumExpectedValue(MOST)
        .register(meters)
        .record(time);
  }

  private void count(String model, String direction, long tokens) {
    meters
        .counter("workflow.model.tokens", "model", model, "direction", direction)
        .increment(tokens);
  }
}
