package dev.workflowexecutor.standalone.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.workflowexecutor.kafka.topic.Party;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import dev.workflowexecutor.standalone.startup.StartException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class SecuredPlatformIT {

  @TempDir static Path folder;

  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  private static Secrets secrets;
  private static SecuredPlatform platform;

  @BeforeAll
  static void start() throws Exception {
    LOG.start();
    root().addAppender(LOG);
    secrets = new Secrets(folder);
    platform = new SecuredPlatform(folder, secrets);
  }

  @AfterAll
  static void end() throws Exception {
    root().detachAppender(LOG);
    platform.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void resolvesAProblemOverHttp() throws Exception {
    assertThat(submit("No signal since yesterday in Pune")).contains("RESOLVED").contains("6 PM");
  }

  @Test
  void letsTheOwnersProcessorPutARecordAside() throws Exception {
    try (var producer = producer(Party.UPSTREAM.user())) {
      producer.send(record(Topic.PROBLEMS_RAW.topicName())).get();
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !read(Party.AUDITOR, Topic.PROBLEMS_RAW.deadLetterName()).isEmpty());
  }

  @Test
  void letsADownstreamSystemReadOutcomesInAGroupOfItsOwn() throws Exception {
    submit("When does my plan expire?");

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !read(Party.DOWNSTREAM, Topic.EXECUTIONS_RESULTS.topicName()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhoWritesToATopicThatSomebodyElseOwns(Party party) {
    List<String> foreign =
        Arrays.stream(Topic.values())
            .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
            .filter(name -> !mayWrite(party, name))
            .toList();

    assertThat(foreign).hasSizeGreaterThan(5);
    try (var producer = producer(party.user())) {
      assertThat(foreign)
          .allSatisfy(
              topic ->
                  assertThatThrownBy(() -> producer.send(record(topic)).get())
                      .as("%s writing to %s", party, topic)
                      .hasRootCauseInstanceOf(TopicAuthorizationException.class));
    }
  }

  /** Engine and tool workers share a user here. */
  private static boolean mayWrite(Party party, String name) {
    return Arrays.stream(Party.values())
        .filter(other -> other.user().equals(party.user()))
        .flatMap(other -> Arrays.stream(Topic.values()).flatMap(topic -> writes(other, topic)))
        .anyMatch(name::equals);
  }

  private static Stream<String> writes(Party party, Topic topic) {
    return Stream.concat(
        topic.owners().stream().filter(party::equals).map(_ -> topic.topicName()),
        topic.processor().stream().filter(party::equals).map(_ -> topic.deadLetterName()));
  }

  @Test
  void refusesAServiceThatReadsWhatIsNotItsOwn() {
    assertThatThrownBy(() -> read(Party.UPSTREAM, Topic.DECISIONS_VALIDATED.topicName()))
        .isInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void refusesAWrongPassword() {
    try (Admin admin = Admin.create(platform.impostor(Party.DECISION.user()))) {
      assertThatThrownBy(() -> admin.describeCluster().nodes().get())
          .hasCauseInstanceOf(SaslAuthenticationException.class)
          .hasMessageNotContaining("guessed");
    }
  }

  @Test
  void letsNobodyPublishButThePublisher() {
    assertThatThrownBy(() -> publish(platform.client(Party.DECISION.user())))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("doesn't let this client publish")
        .hasMessageContaining("wfx acls apply");
    assertThatThrownBy(() -> publish(platform.impostor(Party.PUBLISHER.user())))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("doesn't let this client in")
        .hasMessageNotContaining("guessed");
  }

  private static void publish(Map<String, Object> client) {
    new PackPublication(client)
        .publish(CompiledPack.at(SecuredPlatform.TELECOM), (workflow, result) -> {});
  }

  @Test
  void tellsNoSecretInItsLog() throws Exception {
    submit("My internet is very slow in Delhi every evening");

    String logged =
        List.copyOf(LOG.list).stream()
            .map(
                event ->
                    event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())))
            .reduce("", (all, one) -> all + "\n" + one);

    assertThat(logged).contains("StreamsConfig values", "ProducerConfig values");
    assertThat(secrets.all()).noneMatch(logged::contains);
    assertThat(secrets.all()).noneMatch(Files.readString(folder.resolve("registry.log"))::contains);
  }

  private static String submit(String text) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(platform.http() + "/v1/problems"))
            .header("Content-Type", "application/json")
            .header("Prefer", "wait=60")
            .POST(BodyPublishers.ofString("{\"text\": \"" + text + "\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  /** Without idempotence, for which a user who may write nothing at all is refused even earlier. */
  private static KafkaProducer<byte[], byte[]> producer(String user) {
    Map<String, Object> client = platform.client(user);
    client.put("max.block.ms", 10_000);
    client.put("enable.idempotence", "false");
    return new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> record(String topic) {
    return new ProducerRecord<>(topic, new byte[] {1}, new byte[] {2});
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(Party party, String topic) {
    Map<String, Object> client = platform.client(party.user());
    client.put("group.id", party.user() + "-test");
    client.put("auto.offset.reset", "earliest");
    client.put("enable.auto.commit", "false");
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      for (int polls = 0; polls < 50 && records.isEmpty(); polls++) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }
}
