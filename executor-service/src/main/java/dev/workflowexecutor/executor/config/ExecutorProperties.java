package dev.workflowexecutor.executor.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the executor does here.
 *
 * @param definitionsTimeout how long the start waits for the definitions to be read to the end
 * @param engine the part that carries out decisions
 * @param worker the part that calls tools
 */
@ConfigurationProperties(prefix = "workflow.executor", ignoreUnknownFields = false)
record ExecutorProperties(Duration definitionsTimeout, Engine engine, Worker worker) {

  /**
   * The engine.
   *
   * @param retention how long a completed execution is remembered
   * @param definitionWait how long a version that isn't known is waited for, once
   */
  record Engine(boolean enabled, Duration retention, Duration definitionWait) {}

  /**
   * The tool workers.
   *
   * @param maxInFlight how many calls may be under way at once, over all tools
   * @param closeTimeout how long calls under way get to end when the service ends
   */
  record Worker(boolean enabled, int maxInFlight, Duration closeTimeout) {}
}
