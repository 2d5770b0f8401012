package dev.workflowexecutor.standalone.secured;

import dev.workflowexecutor.decision.DecisionApplication;
import dev.workflowexecutor.examples.telecom.TelecomBackend;
import dev.workflowexecutor.executor.ExecutorApplication;
import dev.workflowexecutor.extraction.ExtractionApplication;
import dev.workflowexecutor.gateway.GatewayApplication;
import dev.workflowexecutor.kafka.ServiceReadiness;
import dev.workflowexecutor.kafka.access.AclChange;
import dev.workflowexecutor.kafka.access.Principals;
import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.topic.Party;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The four services, each under its own principal, on a broker and a registry that ask for it. */
final class SecuredPlatform implements AutoCloseable {

  static final Path TELECOM = Path.of("..", "workflows", "telecom");

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Secrets secrets;
  private final Path folder;
  private final SecuredBroker broker;
  private final SecuredRegistry registry;
  private final TelecomBackend backend;
  private final Map<Party, ConfigurableApplicationContext> services = new HashMap<>();

  SecuredPlatform(Path folder, Secrets secrets) throws Exception {
    this.folder = folder;
    this.secrets = secrets;
    registry = open(SecuredRegistry.start(folder, secrets));
    broker = open(SecuredBroker.start(Files.createDirectory(folder.resolve("kafka")), secrets));
    backend = open(TelecomBackend.start(0));
    prepare();
    start(Party.GATEWAY, GatewayApplication.application());
    start(Party.EXTRACTION, ExtractionApplication.application());
    start(Party.DECISION, DecisionApplication.application());
    start(Party.ENGINE, ExecutorApplication.application());
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::isReady);
  }

  private <T extends AutoCloseable> T open(T part) {
    parts.push(part);
    return part;
  }

  /** What an administrator does: topics, access, and the first definitions. */
  private void prepare() {
    Map<String, Object> admin = client(Secrets.ADMIN);
    TopicCreation.createMissing(admin, EnumSet.allOf(Topic.class), 3, (short) 1);
    AclChange.addMissing(admin, Principals.usual());
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> SchemaRegistry.connect(admin).versions("none").isEmpty());
    new PackPublication(client(Party.PUBLISHER.user()))
        .publish(CompiledPack.at(TELECOM), (workflow, result) -> {});
  }

  private void start(Party party, SpringApplicationBuilder application) {
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    Map<String, String> settings = new TreeMap<>();
    client(party.user())
        .forEach((key, value) -> settings.put("spring.kafka.properties." + key, value.toString()));
    settings.put("spring.kafka.bootstrap-servers", broker.address());
    settings.put("workflow.topics.create", "false");
    settings.put("workflow.state-dir", folder.resolve(party.name()).toString());
    if (party == Party.GATEWAY) {
      settings.put("server.port", "0");
      settings.put("workflow.gateway.database", folder.resolve("gateway").toString());
    } else {
      settings.put("spring.main.web-application-type", "none");
    }
    if (party == Party.ENGINE) {
      settings.put("workflow.tools.base-url", backend.uri().toString());
    }
    String[] arguments =
        settings.entrySet().stream()
            .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
            .toArray(String[]::new);
    services.put(party, open(application.registerShutdownHook(false).run(arguments)));
  }

  private boolean isReady() {
    return services.values().stream()
        .flatMap(it -> it.getBeansOfType(ServiceReadiness.class).values().stream())
        .allMatch(ServiceReadiness::isReady);
  }

  /** The settings of a client with the password that its user has. */
  Map<String, Object> client(String user) {
    return connected(secrets.client(user));
  }

  /** The settings of a client with another password. */
  Map<String, Object> impostor(String user) {
    return connected(secrets.client(user, "guessed"));
  }

  private Map<String, Object> connected(Map<String, String> security) {
    Map<String, Object> client = new TreeMap<>(security);
    client.put("bootstrap.servers", broker.address());
    client.put("schema.registry.url", registry.url());
    return client;
  }

  URI http() {
    return URI.create(
        "http://127.0.0.1:"
            + services.get(Party.GATEWAY).getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
