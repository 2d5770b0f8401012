package dev.workflowexecutor.containers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.testcontainers.containers.Network;

/** What the services stand on, as containers that are set as in docker-compose.yml. */
record Infrastructure(Instance kafka, Instance registry, Instance postgres, Instance backend) {

  private static final String IMPATIENT = "5000";

  static Infrastructure in(Network network) {
    Instance kafka = Instance.of(Images.KAFKA, network, "kafka", 9092);
    kafka.with(kafkaSettings(kafka.port())).readyWhen(() -> brokerAnswers(kafka.address()));
    Instance registry = Instance.of(Images.REGISTRY, network, "registry", 8080);
    registry
        .with(
            Map.of(
                "APICURIO_STORAGE_KIND", "kafkasql",
                "APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", "kafka:19092"))
        .readyWhen(() -> registry.answers("/apis/ccompat/v7/subjects"));
    Instance postgres =
        Instance.of(Images.POSTGRES, network, "postgres", 5432)
            .with(
                Map.of(
                    "POSTGRES_DB", "gateway",
                    "POSTGRES_USER", "gateway",
                    "POSTGRES_PASSWORD", "gateway"));
    postgres.readyWhen(() -> databaseAnswers(postgres.address()));
    Instance backend =
        Instance.of(Images.of("telecom-backend"), network, "telecom-backend", 9090)
            .running("--host", "0.0.0.0", "--data", "/var/lib/wfx");
    backend.readyWhen(() -> backend.answers("/helpdesk/tickets"));
    return new Infrastructure(kafka, registry, postgres, backend);
  }

  private static Map<String, String> kafkaSettings(int port) {
    Map<String, String> settings = new HashMap<>();
    settings.put("KAFKA_NODE_ID", "1");
    settings.put("KAFKA_PROCESS_ROLES", "broker,controller");
    settings.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@kafka:9093");
    settings.put("KAFKA_LISTENERS", "INTERNAL://:19092,EXTERNAL://:9092,CONTROLLER://:9093");
    settings.put(
        "KAFKA_ADVERTISED_LISTENERS", "INTERNAL://kafka:19092,EXTERNAL://127.0.0.1:" + port);
    settings.put(
        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
        "INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("KAFKA_INTER_BROKER_LISTENER_NAME", "INTERNAL");
    settings.put("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
    settings.put("KAFKA_LOG_DIRS", "/var/lib/kafka/data");
    settings.put("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    settings.put("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1");
    settings.put("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1");
    settings.put("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
    settings.put("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    settings.put("KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m");
    return settings;
  }

  private static boolean brokerAnswers(String address) {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers", address,
            "metadata.recovery.strategy", "none",
            "request.timeout.ms", IMPATIENT,
            "default.api.timeout.ms", IMPATIENT);
    try (Admin admin = Admin.create(client)) {
      return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean databaseAnswers(String address) {
    String url = "jdbc:postgresql://" + address + "/gateway?connectTimeout=2";
    try (Connection connection = DriverManager.getConnection(url, "gateway", "gateway")) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** All of it, in the order in which it is started. */
  List<Instance> all() {
    return List.of(kafka, registry, postgres, backend);
  }
}
