package dev.workflowexecutor.standalone.broker;

import dev.workflowexecutor.standalone.startup.Port;
import dev.workflowexecutor.standalone.startup.StartException;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker with its KRaft controller in this JVM, on loopback, durable in one folder.
 *
 * <p>Its sockets are bound before anything else, so that a taken port is known at once and a free
 * one can't be lost again.
 */
public final class KafkaBroker implements AutoCloseable {

  private final ControllerServer controller;
  private final BrokerServer broker;
  private final String address;

  private KafkaBroker(ControllerServer controller, BrokerServer broker, String address) {
    this.controller = controller;
    this.broker = broker;
    this.address = address;
  }

  /**
   * Starts a broker and waits until clients can use it.
   *
   * @param folder where its logs are kept; formatted when it is new
   * @param port the port for clients, 0 for any that is free
   * @throws StartException when the port is taken or the folder can't be used
   */
  public static KafkaBroker start(Path folder, int port) {
    ServerSocketChannel clients = Port.bind("Kafka", "--kafka-port", port);
    ServerSocketChannel voters = Port.bind("the Kafka controller", "a new start", 0);
    BrokerStorage.formatIfNew(folder);
    KafkaBroker created =
        create(
            new KafkaConfig(
                BrokerSettings.of(folder, Port.number(clients), Port.number(voters)), false),
            Map.of(BrokerSettings.CLIENTS, clients, BrokerSettings.CONTROLLER, voters),
            "127.0.0.1:" + Port.number(clients));
    try {
      created.controller.startup();
      created.broker.startup();
      return created;
    } catch (RuntimeException e) {
      created.close();
      throw new StartException("the Kafka broker can't start: " + e.getMessage(), e);
    }
  }

  private static KafkaBroker create(
      KafkaConfig config, Map<String, ServerSocketChannel> bound, String address) {
    var folders =
        KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaBroker.class), "");
    SharedServer shared = shared(config, folders._1(), handOver(bound));
    return new KafkaBroker(
        new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2()),
        new BrokerServer(shared),
        address);
  }

  private static SharedServer shared(
      KafkaConfig config, MetaPropertiesEnsemble folders, ServerSocketFactory sockets) {
    return new SharedServer(
        config,
        folders,
        Time.SYSTEM,
        Server.initializeMetrics(config, Time.SYSTEM, folders.clusterId().orElseThrow()),
        CompletableFuture.completedFuture(
            QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
        List.of(),
        new StandardFaultHandlerFactory(),
        sockets);
  }

  private static ServerSocketFactory handOver(Map<String, ServerSocketChannel> bound) {
    return (listener, address, backlog, receiveBuffer) -> {
      ServerSocketChannel channel = bound.get(listener);
      if (channel == null) {
        throw new IOException("no socket was bound for listener " + listener);
      }
      channel.configureBlocking(false);
      return channel;
    };
  }

  /** HOST:PORT for clients. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    broker.shutdown();
    controller.shutdown();
  }
}
