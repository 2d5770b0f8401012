package dev.workflowexecutor.images.monitoring;

import dev.workflowexecutor.decision.DecisionApplication;
import dev.workflowexecutor.examples.telecom.TelecomBackend;
import dev.workflowexecutor.executor.ExecutorApplication;
import dev.workflowexecutor.extraction.ExtractionApplication;
import dev.workflowexecutor.gateway.GatewayApplication;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import dev.workflowexecutor.standalone.broker.KafkaBroker;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The services as they run apart from each other: each with a port that shows its metrics. */
final class MeteredPlatform implements AutoCloseable {

  private static final Path TELECOM = Path.of("..", "workflows", "telecom");
  private static final String REGISTRY = "mock://metered-platform";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final List<URI> services = new ArrayList<>();
  private final KafkaBroker broker;
  private final TelecomBackend backend;
  private final URI gateway;

  MeteredPlatform(Path folder, ChatModelDouble model) throws IOException {
    broker = KafkaBroker.start(Files.createDirectories(folder.resolve("kafka")), 0);
    parts.push(broker);
    Map<String, Object> client =
        Map.of("bootstrap.servers", broker.address(), "schema.registry.url", REGISTRY);
    TopicCreation.createMissing(client, EnumSet.allOf(Topic.class), 2, (short) 1);
    new PackPublication(client).publish(CompiledPack.at(TELECOM), (workflow, result) -> {});
    backend = TelecomBackend.start(0);
    parts.push(backend);
    Path key = Files.writeString(folder.resolve("key"), "a key");
    gateway =
        start(GatewayApplication.application(), "workflow.gateway.database=" + folder + "/gateway");
    start(
        ExtractionApplication.application(),
        "workflow.extraction.primary=openai",
        "workflow.extraction.openai.base-url=" + model.baseUrl(),
        "workflow.extraction.openai.api-key=${file:" + key + "}");
    start(DecisionApplication.application(), "workflow.state-dir=" + folder + "/decision");
    start(
        ExecutorApplication.application(),
        "workflow.state-dir=" + folder + "/executor",
        "workflow.tools.base-url=" + backend.uri());
  }

  private URI start(SpringApplicationBuilder application, String... properties) {
    String[] arguments =
        Stream.concat(
                Stream.of(properties),
                Stream.of(
                    "server.port=0",
                    "spring.kafka.bootstrap-servers=" + broker.address(),
                    "spring.kafka.properties.schema.registry.url=" + REGISTRY))
            .map(property -> "--" + property)
            .toArray(String[]::new);
    ConfigurableApplicationContext context = application.run(arguments);
    parts.push(context);
    WebServer server = ((WebServerApplicationContext) context).getWebServer();
    int port = Objects.requireNonNull(server).getPort();
    URI service = URI.create("http://127.0.0.1:" + port);
    services.add(service);
    return service;
  }

  /** Submits a text and waits for its outcome, as JSON. */
  String submit(String text) throws Exception {
    return send(
        HttpRequest.newBuilder(gateway.resolve("/v1/problems"))
            .header("Content-Type", "application/json")
            .header("Prefer", "wait=60")
            .POST(BodyPublishers.ofString("{\"text\": \"%s\"}".formatted(text)))
            .build());
  }

  /** Makes a tool answer 500 from now on. */
  void breakTool(String tool) throws Exception {
    send(
        HttpRequest.newBuilder(backend.uri().resolve("/faults/" + tool))
            .POST(BodyPublishers.ofString("{\"mode\": \"500\"}"))
            .build());
  }

  /** Writes bytes that are no record to where problems are expected. */
  void poison() {
    Map<String, Object> config = Map.of("bootstrap.servers", broker.address());
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(Topic.PROBLEMS_RAW.topicName(), new byte[] {1}, new byte[] {2}));
    }
  }

  /** What all services expose now. */
  List<Series> series() throws Exception {
    List<Series> all = new ArrayList<>();
    for (URI service : services) {
      HttpRequest scrape = HttpRequest.newBuilder(service.resolve("/actuator/prometheus")).build();
      all.addAll(Series.of(send(scrape)));
    }
    return all;
  }

  private String send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString()).body();
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable part : parts) {
      part.close();
    }
    http.close();
  }
}
