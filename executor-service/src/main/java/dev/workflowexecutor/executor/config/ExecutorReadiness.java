package dev.workflowexecutor.executor.config;

import dev.workflowexecutor.kafka.ServiceReadiness;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready when each part that is switched on is. */
final class ExecutorReadiness implements ServiceReadiness, HealthIndicator {

  private final List<Part> parts;

  ExecutorReadiness(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public String name() {
    return ExecutorConfiguration.SERVICE;
  }

  @Override
  public boolean isReady() {
    return parts.stream().allMatch(Part::isReady);
  }

  @Override
  public Health health() {
    Health.Builder health = isReady() ? Health.up() : Health.outOfService();
    parts.forEach(part -> health.withDetail(part.name(), part.isReady()));
    return health.build();
  }
}
