package dev.workflowexecutor.kafka.concurrent;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;

/**
 * What a key-ordered consumer tells about itself: {@code workflow.records} by topic and outcome,
 * {@code workflow.record.handling} (time of successful attempts) by topic, and {@code
 * workflow.records.in.flight} by consumer.
 */
final class ConsumerMetrics {

  /** What became of an attempt; the lower-case name is the tag. */
  enum Outcome {
    HANDLED,
    RETRIED,
    DEAD_LETTER,
    ABANDONED
  }

  private final MeterRegistry meters;
  private final String consumer;

  ConsumerMetrics(MeterRegistry meters, String consumer) {
    this.meters = meters;
    this.consumer = consumer;
  }

  /** Shows the number of records between poll and end until the result is closed. */
  AutoCloseable show(KeyLanes lanes) {
    Gauge gauge =
        Gauge.builder("workflow.records.in.flight", lanes, KeyLanes::unfinished)
            .tags(Tags.of("consumer", consumer))
            .register(meters);
    return () -> meters.remove(gauge);
  }

  void count(String topic, Outcome outcome) {
    String tag =
        switch (outcome) {
          case HANDLED -> "handled";
          case RETRIED -> "retried";
          case DEAD_LETTER -> "dead_letter";
          case ABANDONED -> "abandoned";
        };
    meters.counter("workflow.records", "topic", topic, "outcome", tag).increment();
  }

  void handled(String topic, Duration time) {
    count(topic, Outcome.HANDLED);
    meters.timer("workflow.record.handling", "topic", topic).record(time);
  }
}
