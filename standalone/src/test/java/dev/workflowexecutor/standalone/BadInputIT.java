package dev.workflowexecutor.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedPlatform.class)
class BadInputIT {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

  @Test
  void rejectsAnEmptyTextAndAsksForTheProblem(TestPlatform running) {
    Api.Answer answer = running.api().submit("");

    assertThat(answer.text("status")).isEqualTo("REJECTED");
    assertThat(answer.text("message"))
        .isEqualTo("Your message is empty: please describe the problem in 1 to 10,000 characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "x", "7", "\uD83D\uDE21"})
  void declinesASingleCharacterAndSaysWhatItIsFor(String text, TestPlatform running) {
    Api.Answer answer = running.api().submit(text);

    assertThat(answer.text("status")).isEqualTo("REJECTED");
    assertThat(answer.text("message")).contains("I can help with", "network troubleshooting");
  }

  @Test
  void refusesAHundredThousandCharactersOverHttp(TestPlatform running) {
    Api.Answer answer = running.api().submit("a".repeat(100_000));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).contains("10000").contains("100000");
  }

  @Test
  void rejectsAHundredThousandCharactersFromTheTopic(TestPlatform running) {
    Topics topics = running.topics();

    topics.submit(problem("long-text", "b".repeat(100_000)));

    awaitOutcome(topics, "long-text", "REJECTED");
    assertThat(topics.results("long-text").getFirst().getMessage())
        .isEqualTo(
            "Your message is too long: please describe the problem in at most 10,000 characters.");
  }

  @Test
  void refusesBytesThatAreNotUtf8(TestPlatform running) {
    byte[] body = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};

    Api.Answer answer = running.api().post(body, 10);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("title")).contains("UTF-8");
    assertThat(answer.text("detail")).contains("found byte 0xC3 at position 9", "encode the body");
  }

  @Test
  void refusesWhatIsNotJson(TestPlatform running) {
    Api.Answer answer = running.api().post("{\"text\": ".getBytes(UTF_8), 10);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("title")).contains("JSON");
    assertThat(answer.text("detail")).contains("line 1, column 10", "correct the body");
  }

  @Test
  void saysThatThereIsNoSuchTicket(TestPlatform running) {
    Api.Answer answer = running.api().ticket("never-seen");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("detail")).contains("found 'never-seen'", "submit a problem");
  }

  @Test
  void beginsAnewOnAnUnknownTicketAndSaysSo(TestPlatform running) {
    Api.Answer answer = running.api().submit("No signal in Pune", "lost-ticket");

    assertThat(answer.text("status")).isEqualTo("RESOLVED");
    assertThat(answer.text("message"))
        .startsWith("Your earlier request has ended, so this is a new one. ")
        .contains("6 PM");
  }

  /** Bytes that are no record on problems.raw, each with the reason that its dead letter gives. */
  static Stream<Arguments> noRecords() {
    return Stream.of(
        Arguments.of("text", "this isn't Avro".getBytes(UTF_8), "NOT_WIRE_FORMAT"),
        Arguments.of("nothing", new byte[0], "NOT_WIRE_FORMAT"),
        Arguments.of("unknown-schema", new byte[] {0, 0x7f, 0, 0, 1, 2, 3}, "UNKNOWN_SCHEMA"));
  }

  @ParameterizedTest
  @MethodSource("noRecords")
  void putsWhatIsNoRecordAsideAndGoesOn(
      String what, byte[] bytes, String reason, TestPlatform running) {
    Topics topics = running.topics();
    String ticket = "no-avro-" + what;
    topics.submit(ticket, bytes);

    topics.submit(problem(ticket, "When does my plan expire?"));

    awaitOutcome(topics, ticket, "RESOLVED");
    assertThat(topics.deadLetters(Topic.PROBLEMS_RAW, ticket))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo(bytes);
              assertThat(header(letter, "dlq_reason")).isEqualTo(reason);
              assertThat(header(letter, "dlq_topic")).isEqualTo("problems.raw");
              assertThat(header(letter, "dlq_service")).isEqualTo("extraction-service");
            });
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeout", "500", "garbage"})
  void handsOverToThePeopleWhenAToolIsInTrouble(String fault, TestPlatform running) {
    Api.fault(running.backend(), "recharge.status", fault);
    try {
      Api.Answer answer = running.api().submit("When does my plan expire?");

      assertThat(answer.text("status")).isEqualTo("ESCALATED");
      assertThat(answer.text("message")).contains("HD-");
    } finally {
      Api.fault(running.backend(), "recharge.status", "none");
    }
  }

  @Test
  void handsOverToThePeopleWhenNoToolIsThere(TestPlatform running) {
    List<Api.Answer> answers = new ArrayList<>();

    running.withoutBackend(() -> answers.add(running.api().submit("No signal in Pune")));

    assertThat(answers).extracting(answer -> answer.text("status")).containsExactly("ESCALATED");
    assertThat(running.api().submit("No signal in Pune").text("status")).isEqualTo("RESOLVED");
  }

  @Test
  void losesNothingWhileTheRegistryIsAway(TestPlatform running) {
    Topics topics = running.topics();
    List<Api.Answer> accepted = new ArrayList<>();

    running.withoutRegistry(
        () ->
            Awaitility.await()
                .pollInterval(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(
                    () -> {
                      accepted.add(running.api().accept("No signal in Pune"));
                      return accepted.size() >= 10;
                    }));

    for (Api.Answer answer : accepted) {
      assertThat(answer.status()).isEqualTo(202);
      awaitOutcome(topics, answer.text("ticketId"), "RESOLVED");
      assertThat(topics.deadLetters(Topic.PROBLEMS_RAW, answer.text("ticketId"))).isEmpty();
    }
  }

  private static void awaitOutcome(Topics topics, String ticket, String status) {
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(
            () ->
                assertThat(topics.results(ticket))
                    .extracting(result -> result.getStatus().toString())
                    .containsExactly(status));
  }

  private static RawProblem problem(String ticket, String text) {
    return RawProblem.newBuilder()
        .setProblemId(ticket + "-problem")
        .setTicketId(ticket)
        .setText(text)
        .setAttributes(Map.of())
        .setContinuesTicket(false)
        .setSource("test")
        .setSubmittedAt(Instant.now())
        .build();
  }
}
