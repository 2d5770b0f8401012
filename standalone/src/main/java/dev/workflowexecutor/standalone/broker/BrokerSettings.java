package dev.workflowexecutor.standalone.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** How the one broker of an embedded platform is set: loopback only, few threads, one replica. */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CLIENTS = "CLIENTS";
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  static Properties of(Path folder, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(addresses(folder, port, controllerPort));
    properties.putAll(ONE_OF_EVERYTHING);
    properties.putAll(SMALL);
    properties.putAll(QUICK);
    return properties;
  }

  private static Map<String, String> addresses(Path folder, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", Integer.toString(NODE)),
        Map.entry("log.dirs", folder.toString()),
        Map.entry(
            "listeners",
            "%s://127.0.0.1:%d,%s://127.0.0.1:%d"
                .formatted(CLIENTS, port, CONTROLLER, controllerPort)),
        Map.entry("advertised.listeners", CLIENTS + "://127.0.0.1:" + port),
        Map.entry(
            "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
        Map.entry("inter.broker.listener.name", CLIENTS),
        Map.entry("controller.listener.names", CONTROLLER),
        Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
        Map.entry("auto.create.topics.enable", "false"));
  }

  private static final Map<String, String> ONE_OF_EVERYTHING =
      Map.of(
          "default.replication.factor", "1",
          "min.insync.replicas", "1",
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "3",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "share.coordinator.state.topic.num.partitions", "1");

  private static final Map<String, String> SMALL =
      Map.of(
          "num.network.threads", "2",
          "num.io.threads", "4",
          "background.threads", "2",
          "num.recovery.threads.per.data.dir", "2",
          "log.cleaner.threads", "1",
          "log.cleaner.dedupe.buffer.size", "16777216",
          "offsets.topic.segment.bytes", "10485760",
          "transaction.state.log.segment.bytes", "10485760",
          "log.index.size.max.bytes", "1048576",
          "queued.max.requests", "200");

  /** What makes a lone broker ready soon, also after the process was killed. */
  private static final Map<String, String> QUICK =
      Map.of(
          "group.initial.rebalance.delay.ms", "0",
          "controller.quorum.election.timeout.ms", "300",
          "controller.quorum.fetch.timeout.ms", "2000",
          "broker.heartbeat.interval.ms", "1000",
          "broker.session.timeout.ms", "9000",
          "group.min.session.timeout.ms", "1000",
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
          "initial.broker.registration.timeout.ms", "30000");
}
