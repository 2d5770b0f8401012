package dev.workflowexecutor.executor.config;

import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.kafka.concurrent.KeyOrderedConsumer;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** The running tool worker, and what it must close at its end, in that order. */
final class Worker implements SmartLifecycle, Part {

  private final KeyOrderedConsumer<ToolCall> consumer;
  private final Duration closeTimeout;
  private final List<AutoCloseable> resources;
  private volatile boolean running;

  Worker(
      KeyOrderedConsumer<ToolCall> consumer, Duration closeTimeout, List<AutoCloseable> resources) {
    this.consumer = consumer;
    this.closeTimeout = closeTimeout;
    this.resources = List.copyOf(resources);
  }

  @Override
  public void start() {
    consumer.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    consumer.close(closeTimeout);
    resources.forEach(Worker::close);
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException("can't close " + resource, e);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return ExecutorConfiguration.WORK;
  }

  @Override
  public String name() {
    return "worker";
  }

  @Override
  public boolean isReady() {
    return running && consumer.isHealthy() && consumer.isAssigned();
  }
}
