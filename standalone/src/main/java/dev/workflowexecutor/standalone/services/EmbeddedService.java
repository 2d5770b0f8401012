package dev.workflowexecutor.standalone.services;

import dev.workflowexecutor.decision.DecisionApplication;
import dev.workflowexecutor.executor.ExecutorApplication;
import dev.workflowexecutor.extraction.ExtractionApplication;
import dev.workflowexecutor.gateway.GatewayApplication;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The services of a platform, in the order in which a problem meets them. */
enum EmbeddedService {
  GATEWAY("gateway-service", GatewayApplication::application, true),
  EXTRACTION("extraction-service", ExtractionApplication::application, false),
  DECISION("decision-service", DecisionApplication::application, false),
  EXECUTOR("executor-service", ExecutorApplication::application, false);

  private final String serviceName;
  private final Supplier<SpringApplicationBuilder> application;
  private final boolean hasHttp;

  EmbeddedService(
      String serviceName, Supplier<SpringApplicationBuilder> application, boolean hasHttp) {
    this.serviceName = serviceName;
    this.application = application;
    this.hasHttp = hasHttp;
  }

  String serviceName() {
    return serviceName;
  }

  /** Starts it with settings that are stronger than its own files and the environment. */
  ServiceContext start(EmbeddingSettings settings) {
    return new ServiceContext(
        serviceName, application.get().registerShutdownHook(false).run(settings.of(this)));
  }

  boolean hasHttp() {
    return hasHttp;
  }
}
