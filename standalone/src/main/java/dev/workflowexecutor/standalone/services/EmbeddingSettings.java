package dev.workflowexecutor.standalone.services;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the services of one platform must know of each other and of their place.
 *
 * @param kafka HOST:PORT of the broker
 * @param registry the base of the registry's Confluent-compatible API
 * @param httpPort the gateway's port, 0 for any that is free
 * @param streams the folder for what Kafka Streams keeps on disk
 * @param gateway the folder for the gateway's database
 * @param tools where tools are called that have no binding of their own
 * @param more properties that are stronger than all of these
 */
public record EmbeddingSettings(
    String kafka,
    URI registry,
    int httpPort,
    Path streams,
    Path gateway,
    Optional<URI> tools,
    Map<String, String> more) {

  public EmbeddingSettings {
    more = Map.copyOf(more);
  }

  String[] of(EmbeddedService service) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("spring.kafka.bootstrap-servers", kafka);
    properties.put("spring.kafka.properties.schema.registry.url", registry.toString());
    // After a kill the dead members of a group are waited for, so they should be missed soon.
    properties.put("spring.kafka.properties.session.timeout.ms", "6000");
    properties.put("spring.kafka.properties.heartbeat.interval.ms", "1500");
    properties.put("spring.main.log-startup-info", "false");
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "4s");
    properties.put("workflow.state-dir", streams.resolve(service.serviceName()).toString());
    if (service.hasHttp()) {
      properties.put("server.address", "127.0.0.1");
      properties.put("server.port", Integer.toString(httpPort));
      // Its database is opened while everything else starts on the same processors.
      properties.put("spring.datasource.hikari.connection-timeout", "15000");
      properties.put("workflow.gateway.database", gateway.resolve("gateway").toString());
    } else {
      properties.put("spring.main.web-application-type", "none");
    }
    tools.ifPresent(base -> properties.put("workflow.tools.base-url", base.toString()));
    properties.putAll(more);
    return properties.entrySet().stream()
        .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
        .toArray(String[]::new);
  }
}
