package dev.workflowexecutor.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.decision.decide.Packs;
import dev.workflowexecutor.decision.topology.IntentRecord;
import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.kafka.ServiceReadiness;
import dev.workflowexecutor.kafka.definitions.DefinitionsPublisher;
import dev.workflowexecutor.kafka.serde.AvroSerde;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.Workflow;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The whole service on a real broker. */
class DecisionServiceIT {

  private static final String REGISTRY = "mock://decision-service-it";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir Path folder;
  private EmbeddedKafkaKraftBroker broker;
  private KafkaProducer<String, byte[]> producer;
  private KafkaConsumer<String, ValidatedDecision> consumer;
  private final List<ValidatedDecision> decisions = new ArrayList<>();

  @BeforeEach
  void startBroker() {
    broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperty("transaction.state.log.replication.factor", "1");
    broker.brokerProperty("transaction.state.log.min.isr", "1");
    broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
    broker.afterPropertiesSet();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.getBrokersAsString()),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", broker.getBrokersAsString(),
                "group.id", "decision-service-it",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed"),
            new StringDeserializer(),
            new AvroSerde<>(ValidatedDecision.class, Map.of("schema.registry.url", REGISTRY))
                .deserializer());
  }

  @AfterEach
  void stopBroker() {
    producer.close();
    consumer.close();
    broker.destroy();
  }

  @Test
  void keepsAnOpenTicketOpenOverARestart() {
    try (var first = service("state")) {
      publish(first);
      send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
      send(IntentRecord.text("T-2", "p2", "tell me a joke").build());
      assertThat(awaitDecisions(2))
          .extracting(ValidatedDecision::getKind)
          .containsExactlyInAnyOrder(DecisionKind.CLARIFY, DecisionKind.REJECT);
    }

    try (var second = service("state")) {
      send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
      send(IntentRecord.region("T-1", "p3", "Pune", "west"));
      ValidatedDecision answered = awaitDecisions(3).getLast();
      assertThat(answered.getKind()).isEqualTo(DecisionKind.EXECUTE);
      assertThat(answered.getTurn()).isEqualTo(2);
      assertThat(second.getBean(ServiceReadiness.class).isReady()).isTrue();
    }
  }

  @Test
  void restoresItsTicketsOnAnotherMachine() {
    try (var first = service("one")) {
      publish(first);
      send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
      awaitDecisions(1);
    }

    try (var other = service("another")) {
      send(IntentRecord.region("T-1", "p2", "Pune", "west"));
      assertThat(awaitDecisions(2).getLast().getKind()).isEqualTo(DecisionKind.EXECUTE);
      assertThat(other.isActive()).isTrue();
    }
  }

  @Test
  void goesOnAfterARecordThatIsNoAvro() {
    try (var service = service("state")) {
      publish(service);
      producer.send(new ProducerRecord<>("intents.extracted", "T-1", new byte[] {1, 2, 3}));
      send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));

      assertThat(awaitDecisions(1).getFirst().getKind()).isEqualTo(DecisionKind.CLARIFY);
      assertThat(
              service
                  .getBean(MeterRegistry.class)
                  .get("workflow.decisions")
                  .tags("kind", "CLARIFY", "reason", "FACT_MISSING")
                  .counter()
                  .count())
          .isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void waitsForADefinitionThatIsPublishedALittleLater() {
    try (var service = service("state")) {
      send(IntentRecord.naming("T-1", "p1", "my internet is slow", "slow_internet"));
      publish(service);

      assertThat(awaitDecisions(1).getFirst().getKind()).isEqualTo(DecisionKind.CLARIFY);
    }
  }

  @Test
  void answersForItsHealthAndMetrics() throws Exception {
    try (var service = service("state");
        HttpClient http = HttpClient.newHttpClient()) {
      String port = service.getEnvironment().getProperty("local.server.port");
      String base = "http://127.0.0.1:" + port + "/actuator/";

      assertThat(get(http, base + "health/readiness").statusCode()).isEqualTo(200);
      assertThat(get(http, base + "prometheus").body()).contains("kafka_stream");
    }
  }

  @Test
  void runsWithoutAWebServer() {
    try (var service = service("state", "--spring.main.web-application-type=none")) {
      assertThat(service.getBean(ServiceReadiness.class).name()).isEqualTo("decision-service");
    }
  }

  private ConfigurableApplicationContext service(String stateDir, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--spring.kafka.properties.schema.registry.url=" + REGISTRY,
                "--workflow.state-dir=" + folder.resolve(stateDir),
                "--workflow.topics.partitions=2",
                "--workflow.decision.definitions-wait=60s",
                "--server.port=0"));
    arguments.addAll(List.of(more));
    var service = DecisionApplication.application().run(arguments.toArray(String[]::new));
    await().atMost(LONGEST).until(() -> service.getBean(ServiceReadiness.class).isReady());
    return service;
  }

  private void publish(ConfigurableApplicationContext service) {
    assertThat(service.isActive()).isTrue();
    Map<String, Object> client =
        Map.of("bootstrap.servers", broker.getBrokersAsString(), "schema.registry.url", REGISTRY);
    try (var publisher = new DefinitionsPublisher(client)) {
      for (Workflow workflow : Packs.support()) {
        publisher.publish(workflow, "the test");
      }
    }
  }

  private void send(ExtractedIntent intent) {
    byte[] value =
        new AvroSerde<>(ExtractedIntent.class, Map.of("schema.registry.url", REGISTRY))
            .serializer()
            .serialize(Topic.INTENTS_EXTRACTED.topicName(), intent);
    producer.send(
        new ProducerRecord<>(Topic.INTENTS_EXTRACTED.topicName(), intent.getTicketId(), value));
  }

  private List<ValidatedDecision> awaitDecisions(int count) {
    if (consumer.subscription().isEmpty()) {
      consumer.subscribe(List.of(Topic.DECISIONS_VALIDATED.topicName()));
    }
    await()
        .atMost(LONGEST)
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(100)).forEach(it -> decisions.add(it.value()));
              return decisions.size() >= count;
            });
    assertThat(decisions).hasSize(count);
    return decisions;
  }

  private static HttpResponse<String> get(HttpClient http, String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
