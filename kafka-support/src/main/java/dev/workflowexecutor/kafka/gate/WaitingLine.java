package dev.workflowexecutor.kafka.gate;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever reads the log that a service waits for the registry: at once, then now and then.
 */
final class WaitingLine {

  private static final Logger LOG = LoggerFactory.getLogger(ContractGate.class);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(30);

  private final String service;
  private final String registry;
  private long next = System.nanoTime();

  WaitingLine(String service, String registry) {
    this.service = service;
    this.registry = registry;
  }

  void waits(String reason) {
    if (System.nanoTime() - next >= 0) {
      LOG.warn(
          "{} waits for the schema registry {} before it takes records: {}",
          service,
          registry,
          reason);
      next = System.nanoTime() + BETWEEN_LINES.toNanos();
    }
  }

  void answered(int failures) {
    if (failures > 0) {
      LOG.info("{}: the schema registry {} answers", service, registry);
    }
  }
}
