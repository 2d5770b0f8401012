package dev.workflowexecutor.standalone.secured;

import dev.workflowexecutor.standalone.startup.Port;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker in this JVM whose clients need TLS, a password (SCRAM) and an access control entry for
 * whatever they do. Its own two listeners are on loopback and for itself.
 */
final class SecuredBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final String address;

  private SecuredBroker(KafkaRaftServer server, String address) {
    this.server = server;
    this.address = address;
  }

  static SecuredBroker start(Path folder, Secrets secrets) {
    int clients = Port.free("a test", "nothing", 0);
    int controller = Port.free("a test", "nothing", 0);
    Properties properties = new Properties();
    properties.putAll(listeners(clients, Port.free("a test", "nothing", 0), controller));
    properties.putAll(security(secrets));
    properties.putAll(ONE_NODE);
    properties.put("log.dirs", folder.toString());
    format(folder, secrets);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return new SecuredBroker(server, "127.0.0.1:" + clients);
  }

  private static Map<String, String> listeners(int clients, int broker, int controller) {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        "1",
        "controller.quorum.voters",
        "1@127.0.0.1:" + controller,
        "listeners",
        "CLIENTS://127.0.0.1:%d,BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(clients, broker, controller),
        "inter.broker.listener.name",
        "BROKER",
        "controller.listener.names",
        "CONTROLLER",
        "listener.security.protocol.map",
        "CLIENTS:SASL_SSL,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
  }

  private static Map<String, String> security(Secrets secrets) {
    return Map.of(
        "sasl.enabled.mechanisms",
        "SCRAM-SHA-512",
        "listener.name.clients.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
        "ssl.keystore.location",
        secrets.store().toString(),
        "ssl.keystore.type",
        "PKCS12",
        "ssl.keystore.password",
        secrets.storePassword(),
        "authorizer.class.name",
        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users",
        "User:ANONYMOUS;User:" + Secrets.ADMIN);
  }

  private static final Map<String, String> ONE_NODE =
      Map.of(
          "auto.create.topics.enable", "false",
          "default.replication.factor", "1",
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "1",
          "group.initial.rebalance.delay.ms", "0",
          "log.cleaner.dedupe.buffer.size", "16777216");

  private static void format(Path folder, Secrets secrets) {
    List<String> users =
        secrets.passwords().entrySet().stream()
            .map(it -> "SCRAM-SHA-512=[name=%s,password=%s]".formatted(it.getKey(), it.getValue()))
            .toList();
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(folder.toString())
          .setMetadataLogDirectory(folder.toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setControllerListenerName("CONTROLLER")
          .setScramArguments(users)
          .run();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
