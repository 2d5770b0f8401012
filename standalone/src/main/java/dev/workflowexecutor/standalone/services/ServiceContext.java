package dev.workflowexecutor.standalone.services;

import dev.workflowexecutor.kafka.ServiceReadiness;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A service that runs in this JVM.
 *
 * @param name as {@code gateway-service}
 */
record ServiceContext(String name, ConfigurableApplicationContext context)
    implements AutoCloseable {

  /** Whether everything in it takes records. */
  boolean isReady() {
    List<ServiceReadiness> parts =
        context.getBeansOfType(ServiceReadiness.class).values().stream().toList();
    return parts.stream().allMatch(ServiceReadiness::isReady);
  }

  @Override
  public void close() {
    context.close();
  }
}
