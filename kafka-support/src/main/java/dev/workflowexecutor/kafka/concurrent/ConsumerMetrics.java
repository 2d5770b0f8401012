package dev.workflowexecutor.kafka.concurrent;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * What a key-ordered consumer tells about itself: {@code workflow.records} by topic and outcome,
 * {@code workflow.record.handling} (time of successful attempts) by topic, {@code
 * workflow.records.in.flight} by consumer, and what Kafka's client tells, its lag among it.
 */
final class ConsumerMetrics {

  // Meters of partitions that were assigned meanwhile appear after this time.
  private static final Duration REFRESH = Duration.ofSeconds(10);

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

  /** Shows the records between poll and end, and the client, until the result is closed. */
  AutoCloseable show(KeyLanes lanes, Consumer<?, ?> client) {
    Gauge gauge =
        Gauge.builder("workflow.records.in.flight", lanes, KeyLanes::unfinished)
            .tags(Tags.of("consumer", consumer))
            .register(meters);
    ScheduledExecutorService refreshing =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("metrics-" + consumer).factory());
    KafkaClientMetrics kafka = new KafkaClientMetrics(client, List.of(), refreshing, REFRESH);
    kafka.bindTo(meters);
    return () -> {
      meters.remove(gauge);
      refreshing.shutdownNow();
      kafka.close();
    };
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
