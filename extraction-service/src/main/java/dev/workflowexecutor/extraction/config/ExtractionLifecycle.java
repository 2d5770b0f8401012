package dev.workflowexecutor.extraction.config;

import dev.workflowexecutor.extraction.reader.TrainedReaders;
import dev.workflowexecutor.kafka.ServiceReadiness;
import dev.workflowexecutor.kafka.concurrent.KeyOrderedConsumer;
import dev.workflowexecutor.kafka.definitions.DefinitionsFollower;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * The service's order of beginning: topics, definitions, readers, and only then problems; and the
 * reverse at its end.
 */
final class ExtractionLifecycle implements SmartLifecycle, ServiceReadiness, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(ExtractionLifecycle.class);
  // Before the web server, which tells about readiness, and after it in the end.
  private static final int PHASE = -100;

  private final Runnable createTopics;
  private final DefinitionsFollower definitions;
  private final TrainedReaders readers;
  private final KeyOrderedConsumer<?> consumer;
  private final List<AutoCloseable> clients;
  private final ExtractionProperties properties;
  private volatile boolean running;

  ExtractionLifecycle(
      Runnable createTopics,
      DefinitionsFollower definitions,
      TrainedReaders readers,
      KeyOrderedConsumer<?> consumer,
      List<AutoCloseable> clients,
      ExtractionProperties properties) {
    this.createTopics = createTopics;
    this.definitions = definitions;
    this.readers = readers;
    this.consumer = consumer;
    this.clients = List.copyOf(clients);
    this.properties = properties;
  }

  @Override
  public void start() {
    createTopics.run();
    definitions.onChange(readers::train);
    definitions.start();
    if (!definitions.awaitCaughtUp(properties.definitionsTimeout())) {
      throw new IllegalStateException(
          "expected to read the definitions within " + properties.definitionsTimeout());
    }
    consumer.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    // Problems that wait for readers go back to the topic at once.
    readers.close();
    consumer.close(properties.closeTimeout());
    definitions.close();
    clients.forEach(ExtractionLifecycle::close);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  @Override
  public String name() {
    return "extraction-service";
  }

  @Override
  public boolean isReady() {
    return running && readers.isUpToDate() && consumer.isAssigned() && consumer.isHealthy();
  }

  @Override
  public Health health() {
    return (isReady() ? Health.up() : Health.outOfService())
        .withDetail("trained", readers.isUpToDate())
        .withDetail("assigned", consumer.isAssigned())
        .withDetail("healthy", consumer.isHealthy())
        .build();
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      log.warn("{} wasn't closed", client, e);
    }
  }
}
