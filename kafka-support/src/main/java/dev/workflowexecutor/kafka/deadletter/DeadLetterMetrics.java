package dev.workflowexecutor.kafka.deadletter;

import io.micrometer.core.instrument.MeterRegistry;

/** The counter {@code workflow.dead.letters} by topic and reason. */
public final class DeadLetterMetrics {

  private DeadLetterMetrics() {}

  /** Counts one dead letter. */
  public static void count(MeterRegistry meters, String topic, String reason) {
    meters.counter("workflow.dead.letters", "topic", topic, "reason", reason).increment();
  }
}
