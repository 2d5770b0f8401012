package dev.workflowexecutor.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.Reading;
import dev.workflowexecutor.extraction.testing.FakeOpenAi;
import dev.workflowexecutor.extraction.testing.FakeOpenAi.Reply;
import dev.workflowexecutor.extraction.testing.FakeRegistry;
import dev.workflowexecutor.extraction.testing.ProblemTopics;
import dev.workflowexecutor.extraction.testing.TelecomPack;
import dev.workflowexecutor.kafka.ServiceReadiness;
import dev.workflowexecutor.kafka.definitions.DefinitionsPublisher;
import dev.workflowexecutor.workflow.DerivedId;
import dev.workflowexecutor.workflow.Workflow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The whole service between a real broker and a registry over HTTP. */
class ExtractionServiceIT {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final FakeRegistry registry = new FakeRegistry();
  private EmbeddedKafkaKraftBroker broker;
  private ProblemTopics topics;

  @BeforeEach
  void startsTheBroker() {
    broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
    broker.brokerProperty("transaction.state.log.replication.factor", "1");
    broker.brokerProperty("transaction.state.log.min.isr", "1");
    broker.afterPropertiesSet();
    topics = new ProblemTopics(broker.getBrokersAsString(), registry.url());
  }

  @AfterEach
  void endsTheBroker() {
    topics.close();
    broker.destroy();
    registry.close();
  }

  @Test
  void keepsProblemsUntilAWorkflowIsPublished() {
    topics.send("p1", "no signal since yesterday in Pune");
    try (var service = starting()) {
      await()
          .during(Duration.ofSeconds(2))
          .atMost(LONGEST)
          .until(() -> topics.intent("p1").isEmpty() && !isReady(service));

      publish(TelecomPack.catalog().latest());

      ConsumerRecord<String, ExtractedIntent> record = awaitIntent("p1");
      ExtractedIntent intent = record.value();
      assertThat(record.key()).isEqualTo("p1");
      assertThat(intent.getIntentId()).isEqualTo(DerivedId.of("intent", "p1"));
      assertThat(intent.getCauseId()).isEqualTo("p1");
      assertThat(intent.getReading()).isEqualTo(Reading.UNDERSTOOD);
      assertThat(intent.getIntent()).isEqualTo("no_signal");
      assertThat(intent.getConfidence()).isBetween(0.5, 1.0);
      assertThat(intent.getReader()).isEqualTo("embedded/bge-small-en-v1.5-q");
      assertThat(intent.getDefinitions()).isEqualTo(TelecomPack.catalog().hash());
      assertThat(intent.getAttributes()).isEqualTo(Map.of("channel", "test"));
      assertThat(intent.getContinuesTicket()).isTrue();
      assertThat(intent.getFacts()).extracting(ExtractedFact::getQuote).containsExactly("Pune");
      assertThat(header(record.headers(), "ce_id")).isEqualTo(intent.getIntentId());
      assertThat(header(record.headers(), "traceparent")).startsWith("00-");
    }
  }

  @Test
  void hasAnHonestAnswerToEveryText() {
    try (var service = service()) {
      assertThat(service.isActive()).isTrue();
      topics.send("empty", "");
      topics.send("blank", " \n\t ");
      topics.send("one", "x");
      topics.send("long", "x".repeat(100_000));
      topics.send("control", "a\u0000b\u0007c");
      topics.send("invalid", invalidUtf8());
      topics.send("unknown", "the cat sat on the mat");

      assertThat(reading("empty")).isEqualTo(Reading.EMPTY_TEXT);
      assertThat(reading("blank")).isEqualTo(Reading.EMPTY_TEXT);
      assertThat(reading("one")).isEqualTo(Reading.UNKNOWN);
      assertThat(reading("long")).isEqualTo(Reading.TEXT_TOO_LONG);
      assertThat(awaitIntent("long").value().getText()).hasSize(10_000);
      assertThat(reading("control")).isEqualTo(Reading.UNKNOWN);
      assertThat(awaitIntent("control").value().getText()).isEqualTo("a b c");
      assertThat(reading("invalid")).isEqualTo(Reading.UNKNOWN);
      assertThat(reading("unknown")).isEqualTo(Reading.UNKNOWN);
    }
  }

  @Test
  void goesOnAfterRecordsThatAreNoProblems() {
    try (var service = service()) {
      assertThat(service.isActive()).isTrue();
      topics.send("poison", new byte[] {1, 2, 3});
      topics.send("other-key", topics.problem("p1", "keyed by another ticket"));
      topics.send("p2", "is anybody there");

      assertThat(reading("p2")).isEqualTo(Reading.UNKNOWN);
      assertThat(header(awaitDeadLetter("poison"), "dlq_reason")).isEqualTo("NOT_WIRE_FORMAT");
      assertThat(header(awaitDeadLetter("other-key"), "dlq_exception"))
          .contains("key: expected the ticketId, found 'other-key'");
      assertThat(topics.intent("p1")).isEmpty();
    }
  }

  @Test
  void losesNothingWhileTheRegistryIsDown() {
    List<byte[]> problems = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      problems.add(topics.problem("p" + i, "is anybody there"));
    }
    try (var service = service()) {
      assertThat(service.isActive()).isTrue();
      registry.takeDown(true);
      for (int i = 0; i < 5; i++) {
        topics.send("p" + i, problems.get(i));
      }
      await()
          .during(Duration.ofSeconds(2))
          .atMost(LONGEST)
          .until(() -> topics.intent("p0").isEmpty() && topics.deadLetter("p0").isEmpty());
      registry.takeDown(false);

      for (int i = 0; i < 5; i++) {
        assertThat(reading("p" + i)).isEqualTo(Reading.UNKNOWN);
      }
    }
  }

  @Test
  void fallsBackToTheEmbeddedReaderWhenTheModelFails(@TempDir Path folder) throws Exception {
    Path key = Files.writeString(folder.resolve("key"), "s3cret");
    try (var openAi = new FakeOpenAi();
        var service =
            service(
                "--workflow.extraction.primary=openai",
                "--workflow.extraction.openai.base-url=" + openAi.baseUrl(),
                "--workflow.extraction.openai.model=fake",
                "--workflow.extraction.openai.api-key=${file:" + key + "}")) {
      assertThat(service.isActive()).isTrue();
      openAi.answers(
          message ->
              message.contains("bill")
                  ? Reply.content(
                      """
                      {"act": "REPORT", "intent": "billing_issue", "confidence": 0.7, "facts": []}""")
                  : Reply.status(500, "<html>"));
      topics.send("p1", "what about my bill");
      topics.send("p2", "my internet is very slow");

      assertThat(awaitIntent("p1").value().getReader()).isEqualTo("openai/fake");
      assertThat(awaitIntent("p1").value().getIntent()).isEqualTo("billing_issue");
      assertThat(awaitIntent("p2").value().getReader()).startsWith("embedded/");
      assertThat(awaitIntent("p2").value().getIntent()).isEqualTo("slow_internet");
      assertThat(openAi.requests().getFirst().authorization()).isEqualTo("Bearer s3cret");
    }
  }

  @Test
  void answersForItsHealthAndMetrics() throws Exception {
    try (var service = service();
        HttpClient http = HttpClient.newHttpClient()) {
      topics.send("p1", "is anybody there");
      awaitIntent("p1");
      String port = service.getEnvironment().getProperty("local.server.port");
      String base = "http://127.0.0.1:" + port + "/actuator/";

      assertThat(get(http, base + "health/readiness").statusCode()).isEqualTo(200);
      assertThat(get(http, base + "prometheus").body())
          .contains("workflow_extraction_read_seconds_count{")
          .contains("reading=\"UNKNOWN\"");
    }
  }

  @Test
  void runsWithoutAWebServer() {
    try (var service = service("--spring.main.web-application-type=none")) {
      assertThat(service.getBean(ServiceReadiness.class).name()).isEqualTo("extraction-service");
    }
  }

  /** A service that is ready for the telecom pack. */
  private ConfigurableApplicationContext service(String... more) {
    var service = starting(more);
    publish(TelecomPack.catalog().latest());
    await().atMost(LONGEST).until(() -> isReady(service));
    return service;
  }

  private ConfigurableApplicationContext starting(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--spring.kafka.properties.schema.registry.url=" + registry.url(),
                "--workflow.topics.partitions=2",
                "--server.port=0"));
    arguments.addAll(List.of(more));
    return ExtractionApplication.application().run(arguments.toArray(String[]::new));
  }

  private static boolean isReady(ConfigurableApplicationContext service) {
    return service.getBean(ServiceReadiness.class).isReady();
  }

  private void publish(List<Workflow> workflows) {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            broker.getBrokersAsString(),
            "schema.registry.url",
            registry.url());
    try (var publisher = new DefinitionsPublisher(client)) {
      publisher.publish(workflows, "the test");
    }
  }

  /** A problem whose text holds a byte sequence that no UTF-8 text has. */
  private byte[] invalidUtf8() {
    byte[] value = topics.problem("invalid", "broken: QQ");
    for (int i = 0; i + 1 < value.length; i++) {
      if (value[i] == 'Q' && value[i + 1] == 'Q') {
        value[i] = (byte) 0xC3;
        value[i + 1] = (byte) 0x28;
      }
    }
    return value;
  }

  private Reading reading(String id) {
    return awaitIntent(id).value().getReading();
  }

  private ConsumerRecord<String, ExtractedIntent> awaitIntent(String id) {
    await().atMost(LONGEST).until(() -> topics.intent(id).isPresent());
    return topics.intent(id).orElseThrow();
  }

  private Headers awaitDeadLetter(String key) {
    await().atMost(LONGEST).until(() -> topics.deadLetter(key).isPresent());
    return topics.deadLetter(key).orElseThrow().headers();
  }

  private static String header(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(HttpClient http, String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
