package dev.workflowexecutor.executor.config;

import dev.workflowexecutor.kafka.streams.ReplaceThread;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The running engine topology. */
final class Engine implements SmartLifecycle, Part {

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private final Topology topology;
  private final Properties config;
  private final MeterRegistry meters;
  private volatile @Nullable KafkaStreams streams;
  private @Nullable KafkaStreamsMetrics metrics;

  Engine(Topology topology, Properties config, MeterRegistry meters) {
    this.topology = topology;
    this.config = config;
    this.meters = meters;
  }

  @Override
  public synchronized void start() {
    KafkaStreams started = new KafkaStreams(topology, config);
    started.setUncaughtExceptionHandler(new ReplaceThread());
    started.start();
    metrics = new KafkaStreamsMetrics(started);
    metrics.bindTo(meters);
    streams = started;
  }

  @Override
  public synchronized void stop() {
    KafkaStreams running = streams;
    if (running == null) {
      return;
    }
    if (metrics != null) {
      metrics.close();
    }
    // Leaving at once lets the next instance take over without waiting for a session to end.
    running.close(
        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(CLOSE_TIMEOUT));
    streams = null;
  }

  @Override
  public boolean isRunning() {
    return streams != null;
  }

  @Override
  public int getPhase() {
    return ExecutorConfiguration.WORK;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public boolean isReady() {
    KafkaStreams running = streams;
    return running != null && running.state() == KafkaStreams.State.RUNNING;
  }
}
