package dev.workflowexecutor.decision.config;

import dev.workflowexecutor.decision.topology.DecisionTopology;
import dev.workflowexecutor.kafka.ServiceReadiness;
import dev.workflowexecutor.kafka.definitions.DefinitionsFollower;
import dev.workflowexecutor.kafka.streams.ReplaceThread;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The running topology: started once the published definitions are read, and closed before them.
 * Thread-safe.
 */
final class DecisionStreams implements SmartLifecycle, ServiceReadiness {

  private static final Logger LOG = LoggerFactory.getLogger(DecisionStreams.class);
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(20);

  private final Runnable prepare;
  private final DefinitionsFollower definitions;
  private final Duration startWait;
  private final Topology topology;
  private final Properties settings;
  private final MeterRegistry meters;

  private volatile @Nullable KafkaStreams running;
  private @Nullable KafkaStreamsMetrics metrics;

  /**
   * The topology, not yet started.
   *
   * @param prepare what has to be done on the broker before
   * @param startWait how long the definitions may take to be read
   */
  DecisionStreams(
      Runnable prepare,
      DefinitionsFollower definitions,
      Duration startWait,
      Topology topology,
      Properties settings,
      MeterRegistry meters) {
    this.prepare = prepare;
    this.definitions = definitions;
    this.startWait = startWait;
    this.topology = topology;
    this.settings = settings;
    this.meters = meters;
  }

  @Override
  public synchronized void start() {
    if (running != null) {
      return;
    }
    prepare.run();
    definitions.start();
    if (!definitions.awaitCaughtUp(startWait)) {
      throw new IllegalStateException(
          "expected to read the published definitions within %s: check the broker and the registry"
              .formatted(startWait));
    }
    KafkaStreams streams = new KafkaStreams(topology, settings);
    streams.setUncaughtExceptionHandler(new ReplaceThread());
    streams.setStateListener((now, before) -> LOG.info("deciding: {} after {}", now, before));
    metrics = new KafkaStreamsMetrics(streams);
    metrics.bindTo(meters);
    streams.start();
    running = streams;
  }

  @Override
  public synchronized void stop() {
    KafkaStreams streams = running;
    if (streams == null) {
      return;
    }
    running = null;
    if (metrics != null) {
      metrics.close();
    }
    // Who stays a member keeps the next start waiting until its session times out.
    CloseOptions leaving =
        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(TIME_TO_CLOSE);
    if (!streams.close(leaving)) {
      LOG.warn("the topology didn't close within {}", TIME_TO_CLOSE);
    }
    definitions.close();
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  @Override
  public String name() {
    return DecisionTopology.SERVICE;
  }

  @Override
  public boolean isReady() {
    KafkaStreams streams = running;
    return streams != null && streams.state() == KafkaStreams.State.RUNNING;
  }
}
