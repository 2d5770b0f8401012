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
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedPlatform.class)
class BadInputIT {

  private static final Set<String> HONEST =
      Set.of("RESOLVED", "NEEDS_INFO", "ESCALATED", "REJECTED", "FAILED", "CANCELLED");
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

  @Test
  void rejectsAnEmptyText(TestPlatform running) {
    assertThat(running.api().submit("").text("status")).isEqualTo("REJECTED");
  }

  @Test
  void hasAnOutcomeForASingleCharacter(TestPlatform running) {
    assertThat(HONEST).contains(running.api().submit("?").text("status"));
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
  }

  @Test
  void refusesBytesThatAreNotUtf8(TestPlatform running) {
    byte[] body = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};

    Api.Answer answer = running.api().post(body, 10);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("title")).contains("UTF-8");
  }

  @Test
  void refusesWhatIsNotJson(TestPlatform running) {
    Api.Answer answer = running.api().post("{\"text\": ".getBytes(UTF_8), 10);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("title")).contains("JSON");
  }

  @Test
  void saysThatThereIsNoSuchTicket(TestPlatform running) {
    assertThat(running.api().ticket("never-seen").status()).isEqualTo(404);
  }

  @Test
  void beginsAnewOnAnUnknownTicketAndSaysSo(TestPlatform running) {
    Api.Answer answer = running.api().submit("No signal in Pune", "lost-ticket");

    assertThat(answer.text("status")).isEqualTo("RESOLVED");
    assertThat(answer.text("message")).contains("6 PM").hasSizeGreaterThan(70);
  }

  @Test
  void putsWhatIsNoRecordAsideAndGoesOn(TestPlatform running) {
    Topics topics = running.topics();
    topics.submit("no-avro", "this isn't Avro".getBytes(UTF_8));

    topics.submit(problem("no-avro", "When does my plan expire?"));

    awaitOutcome(topics, "no-avro", "RESOLVED");
    assertThat(topics.deadLetters(Topic.PROBLEMS_RAW, "no-avro"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo("this isn't Avro".getBytes(UTF_8));
              assertThat(letter.headers().lastHeader("dlq_reason")).isNotNull();
            });
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
