package dev.workflowexecutor.decision.config;

import dev.workflowexecutor.decision.topology.DecisionTopology;
import dev.workflowexecutor.kafka.deadletter.DeadLetterPublisher;
import dev.workflowexecutor.kafka.definitions.DefinitionsDeadLetters;
import dev.workflowexecutor.kafka.definitions.DefinitionsFollower;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;

/** Keeps rejected definitions as dead letters, on behalf of all services that follow them. */
final class RejectedDefinitions implements SmartLifecycle {

  private final KafkaProperties kafka;
  private final DefinitionsFollower follower;
  private final MeterRegistry meters;
  private @Nullable DeadLetterPublisher letters;
  private @Nullable DefinitionsDeadLetters running;

  RejectedDefinitions(KafkaProperties kafka, DefinitionsFollower follower, MeterRegistry meters) {
    this.kafka = kafka;
    this.follower = follower;
    this.meters = meters;
  }

  @Override
  public synchronized void start() {
    DeadLetterPublisher publisher =
        DeadLetterPublisher.connect(
            kafka.buildProducerProperties(), DecisionTopology.SERVICE, meters);
    var consumer =
        new DefinitionsDeadLetters(kafka.buildConsumerProperties(), follower, publisher, meters);
    consumer.start();
    letters = publisher;
    running = consumer;
  }

  @Override
  public synchronized void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
    if (letters != null) {
      letters.close();
      letters = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }
}
