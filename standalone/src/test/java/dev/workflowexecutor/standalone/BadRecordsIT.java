package dev.workflowexecutor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackPublication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More than 10,000 bad records on each of the seven topics, shuffled among 10,000 good ones that
 * take the whole way.
 *
 * <p>Nearly all good problems have no text, which is rejected without a reader; a thousand intents
 * come as extraction-service would have written them and call a tool; a few problems are read.
 */
class BadRecordsIT {

  private static final int BAD_OF_EACH_KIND = 2_000;
  private static final int BAD_UNDER_THE_WRONG_KEY = 200;
  private static final int WITHOUT_TEXT = 9_000;
  private static final int WITH_INTENT = 980;
  private static final int TO_BE_READ = 20;
  private static final int GOOD = WITHOUT_TEXT + WITH_INTENT + TO_BE_READ;
  private static final String MORE =
      """
      workflow: library
      version: 1
      description: Answers questions about borrowed books.
      intents:
        renew_book:
          description: Somebody wants to keep a borrowed book for longer.
          examples: [renew my library book, I want to keep the book I borrowed for longer]
      decide:
        - rule: at-the-desk
          otherwise: true
          reject: "Books are renewed at the desk."
      """;

  @TempDir static Path folder;
  private static EmbeddedTestPlatform running;
  private static Life before;
  private static final Map<Topic, AvroSerializer<SpecificRecord>> SERIALIZERS =
      new EnumMap<>(Topic.class);

  private static Map<String, BadRecords.Bad> bad;
  private static List<ConsumerRecord<String, byte[]>> results;
  private static List<ConsumerRecord<String, byte[]>> letters;
  private static int lines;
  private static int traces;

  @BeforeAll
  static void flood() throws IOException {
    long seed = Long.getLong("bad.records.seed", new Random().nextLong());
    System.out.println("bad.records.seed=" + seed);
    Random random = new Random(seed);
    running = EmbeddedTestPlatform.start(folder.resolve("data"), Map.of());
    before = Life.now();
    try (LoggedLines logged = new LoggedLines()) {
      List<BadRecords.Bad> all = bad(random);
      bad = all.stream().collect(Collectors.toMap(BadRecordsIT::name, Function.identity()));
      write(shuffled(all, random));
      publishMore();
      results = awaitResults();
      letters = awaitLetters(all.size());
      System.out.printf(
          "bad.records: %,d bad in the dead letters %s, %,d good with an outcome%n",
          letters.size(), byReason(), results.size());
      lines = logged.lines();
      traces = logged.traces();
    }
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void givesEveryGoodRecordItsOneOutcome() {
    AvroDeserializer<ExecutionResult> values =
        new AvroDeserializer<>(ExecutionResult.class, registry());

    Map<String, Long> outcomes =
        results.stream()
            .map(it -> values.deserialize(it.topic(), it.value()))
            .collect(
                Collectors.groupingBy(
                    it -> it.getTicketId().split("-")[1] + " " + it.getStatus(),
                    Collectors.counting()));

    assertThat(results).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
    assertThat(outcomes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "empty REJECTED", (long) WITHOUT_TEXT,
                "intent RESOLVED", (long) WITH_INTENT,
                "read RESOLVED", (long) TO_BE_READ));
  }

  @Test
  void keepsEveryBadRecordOnceWithItsBytesAndItsReason() {
    List<String> wrong = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> letter : letters) {
      BadRecords.Bad original = bad.get(letter.topic().replace(".dlq", " ") + letter.key());
      if (original == null
          || !Arrays.equals(original.value(), letter.value())
          || !original.reason().equals(header(letter, "dlq_reason"))
          || !original.topic().topicName().equals(header(letter, "dlq_topic"))) {
        wrong.add(letter.topic() + " " + letter.key() + " " + header(letter, "dlq_reason"));
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(letters).hasSize(bad.size());
    assertThat(letters).extracting(it -> it.topic() + " " + it.key()).doesNotHaveDuplicates();
  }

  @Test
  void saysOfEveryDeadLetterWhoRefusedItWhereAndWhy() {
    assertThat(letters)
        .allSatisfy(
            letter -> {
              assertThat(header(letter, "dlq_service")).isNotBlank();
              assertThat(header(letter, "dlq_version")).isNotBlank();
              assertThat(header(letter, "dlq_exception")).isNotBlank();
              assertThat(header(letter, "dlq_partition")).containsOnlyDigits();
              assertThat(header(letter, "dlq_offset")).containsOnlyDigits();
              assertThat(header(letter, "dlq_timestamp"))
                  .isEqualTo(Long.toString(letter.timestamp()));
            });
  }

  @Test
  void restartsNoServiceAndNoThread() throws Exception {
    assertThat(Life.now().threads()).containsAll(before.threads());
    assertThat(Life.failedStreamThreads()).isZero();
    assertThat(running.platform().notReady()).isEmpty();
    assertThat(readiness()).isEqualTo(200);
  }

  @Test
  void logsFarLessThanALineForEachBadRecord() {
    assertThat(lines).isLessThan(bad.size() / 50);
    assertThat(traces).isLessThan(20);
  }

  @Test
  void takesADefinitionThatIsPublishedAmongBadOnes() {
    Api.Answer answer = running.api().submit("I want to renew the book I borrowed");

    assertThat(answer.text("message")).isEqualTo("Books are renewed at the desk.");
  }

  private static List<BadRecords.Bad> bad(Random random) {
    BadRecords records = new BadRecords(random);
    Map<Topic, byte[]> good = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      good.put(topic, bytes(topic, SampleRecords.of(topic, "sample")));
    }
    return Stream.of(Topic.values())
        .flatMap(
            topic -> records.of(topic, good, BAD_OF_EACH_KIND, BAD_UNDER_THE_WRONG_KEY).stream())
        .toList();
  }

  private static List<ProducerRecord<String, byte[]>> shuffled(
      List<BadRecords.Bad> bad, Random random) {
    List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
    bad.forEach(it -> all.add(new ProducerRecord<>(it.topic().topicName(), it.key(), it.value())));
    for (int i = 0; i < WITHOUT_TEXT; i++) {
      all.add(good(Topic.PROBLEMS_RAW, SampleRecords.problem("good-empty-" + i, ""), i));
    }
    for (int i = 0; i < WITH_INTENT; i++) {
      all.add(good(Topic.INTENTS_EXTRACTED, SampleRecords.intent("good-intent-" + i), i));
    }
    for (int i = 0; i < TO_BE_READ; i++) {
      all.add(
          good(
              Topic.PROBLEMS_RAW,
              SampleRecords.problem("good-read-" + i, "No signal since yesterday in Pune"),
              i));
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static ProducerRecord<String, byte[]> good(Topic topic, SpecificRecord record, int i) {
    String ticket = record.get(record.getSchema().getField("ticketId").pos()).toString();
    assertThat(ticket).endsWith("-" + i);
    return new ProducerRecord<>(topic.topicName(), ticket, bytes(topic, record));
  }

  private static byte[] bytes(Topic topic, SpecificRecord record) {
    return Objects.requireNonNull(
        SERIALIZERS
            .computeIfAbsent(topic, _ -> new AvroSerializer<>(registry()))
            .serialize(topic.topicName(), record));
  }

  private static Map<String, Object> registry() {
    return Map.of("schema.registry.url", running.registry().toString());
  }

  private static void write(List<ProducerRecord<String, byte[]>> records) {
    Map<String, Object> config = Map.of("bootstrap.servers", running.kafka(), "linger.ms", 5);
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      records.forEach(producer::send);
    }
  }

  private static void publishMore() throws IOException {
    Path pack = Files.createDirectory(folder.resolve("library"));
    Files.writeString(pack.resolve("library.yaml"), MORE);
    new PackPublication(
            Map.of(
                "bootstrap.servers",
                running.kafka(),
                "schema.registry.url",
                running.registry().toString()))
        .publish(CompiledPack.at(pack), (_, _) -> {});
  }

  private static List<ConsumerRecord<String, byte[]>> awaitResults() {
    try (Tail tail = new Tail(running.kafka(), List.of(Topic.EXECUTIONS_RESULTS.topicName()))) {
      return tail.await(GOOD, it -> it.key() != null && it.key().startsWith("good-"));
    }
  }

  private static List<ConsumerRecord<String, byte[]>> awaitLetters(int wanted) {
    List<String> topics = Stream.of(Topic.values()).map(Topic::deadLetterName).toList();
    try (Tail tail = new Tail(running.kafka(), topics)) {
      return tail.await(wanted, _ -> true);
    }
  }

  private static Map<String, Long> byReason() {
    return letters.stream()
        .collect(
            Collectors.groupingBy(
                it -> header(it, "dlq_reason"), TreeMap::new, Collectors.counting()));
  }

  private static String name(BadRecords.Bad bad) {
    return bad.topic().topicName() + " " + bad.key();
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static int readiness() throws IOException, InterruptedException {
    URI uri = URI.create(running.http() + "/actuator/health/readiness");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
