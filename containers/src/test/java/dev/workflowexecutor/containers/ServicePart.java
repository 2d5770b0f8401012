package dev.workflowexecutor.containers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.containers.Network;

/** A service of the platform, of which there may be several instances. */
enum ServicePart {
  EXTRACTION("extraction", 8091, Map.of(), List.of("extraction-service")),
  DECISION("decision", 8092, Map.of(), List.of("decision-service")),
  EXECUTOR(
      "executor",
      8093,
      Map.of("WFX_TOOLS_BASE_URL", "http://telecom-backend:9090"),
      List.of("executor-service", "executor-tools")),
  GATEWAY(
      "gateway",
      8080,
      Map.of(
          "SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/gateway",
          "SPRING_DATASOURCE_USERNAME", "gateway",
          "SPRING_DATASOURCE_PASSWORD", "gateway"),
      List.of());

  private final String part;
  private final int port;
  private final Map<String, String> own;
  private final List<String> groups;

  ServicePart(String part, int port, Map<String, String> own, List<String> groups) {
    this.part = part;
    this.port = port;
    this.own = own;
    this.groups = groups;
  }

  /** What has to be built for a platform: the services and the telecom backend. */
  static List<String> images() {
    return Stream.concat(Arrays.stream(values()).map(it -> it.part), Stream.of("telecom-backend"))
        .toList();
  }

  /** The consumer groups in which its instances share the partitions. */
  List<String> groups() {
    return groups;
  }

  /** Another instance, not started yet. */
  Instance instance(Network network) {
    Map<String, String> environment = new HashMap<>(own);
    environment.put("WFX_KAFKA_BOOTSTRAP_SERVERS", "kafka:19092");
    environment.put("WFX_SCHEMA_REGISTRY_URL", "http://registry:8080/apis/ccompat/v7");
    environment.put("WORKFLOW_TOPICS_CREATE", "false");
    // They are started often and live for minutes, so what the best code costs to make isn't
    // earned.
    environment.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    return Instance.of(Images.of(part), network, part, port).with(environment);
  }
}
