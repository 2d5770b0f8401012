package dev.workflowexecutor.gateway.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.gateway.outcome.Outcomes;
import dev.workflowexecutor.gateway.problem.SubmissionFakes.FakeArchive;
import dev.workflowexecutor.gateway.problem.SubmissionFakes.FakeLog;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(
    controllers = ProblemsController.class,
    properties = "spring.config.name=gateway-service")
@Import(SubmissionFakes.class)
class SubmitProblemTest {
  @Autowired MockMvcTester http;
  @Autowired FakeLog log;
  @Autowired FakeArchive archive;
  @Autowired Outcomes outcomes;

  /** Keys are remembered over tests, as the application context is. */
  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void forget() {
    log.reset();
    archive.reset();
  }

  @Test
  void takesAProblemAndNamesItsTicket() {
    MvcTestResult result = post("{\"text\":\"no signal\"}", Map.of());

    Problem kept = log.last();
    assertThat(kept.text()).isEqualTo("no signal");
    assertThat(kept.continuesTicket()).isFalse();
    assertThat(result)
        .hasStatus(HttpStatus.ACCEPTED)
        .hasHeader("Location", "/v1/tickets/" + kept.ticketId())
        .doesNotContainHeader("Preference-Applied");
    assertThat(result)
        .bodyJson()
        .isStrictlyEqualTo(
            "{\"ticketId\":\"%s\",\"problemId\":\"%s\"}"
                .formatted(kept.ticketId(), kept.problemId()));
  }

  @Test
  void takesAnEmptyText() {
    assertThat(post("{\"text\":\"\"}", Map.of())).hasStatus(HttpStatus.ACCEPTED);
    assertThat(log.last().text()).isEmpty();
  }

  @Test
  void takesTenThousandCharactersOutsideOfTheBasicPlane() {
    String text = "\uD83D\uDE00".repeat(10_000);

    assertThat(post("{\"text\":\"" + text + "\"}", Map.of())).hasStatus(HttpStatus.ACCEPTED);
    assertThat(log.last().text()).isEqualTo(text);
  }

  @Test
  void continuesTheTicketThatTheClientNames() {
    post(
        "{\"text\":\"Pune\",\"ticketId\":\"t-1\",\"attributes\":{\"account_type\":\"prepaid\"}}",
        Map.of());

    assertThat(log.last().ticketId()).isEqualTo("t-1");
    assertThat(log.last().continuesTicket()).isTrue();
    assertThat(log.last().attributes()).containsExactly(Map.entry("account_type", "prepaid"));
  }

  @Test
  void answersWithTheOutcomeWhenItComesInTime() {
    log.whenKept(problem -> outcomes.live(SubmissionFakes.resolved(problem)));

    MvcTestResult result = post("{\"text\":\"no signal\"}", Map.of("Prefer", "wait=30"));

    assertThat(result).hasStatusOk().hasHeader("Preference-Applied", "wait=30");
    assertThat(result)
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"ticketId":"%s","problemId":"%s","status":"RESOLVED","message":"Done.",
             "data":{"eta":"6 PM"},"completedAt":"2026-01-01T00:00:01Z"}"""
                .formatted(log.last().ticketId(), log.last().problemId()));
  }

  @Test
  void answersWithTheTicketWhenTheTimeIsUp() {
    assertThat(post("{\"text\":\"no signal\"}", Map.of("Prefer", "wait=0")))
        .hasStatus(HttpStatus.ACCEPTED)
        .hasHeader("Preference-Applied", "wait=0");
  }

  @Test
  void saysWhenToTryAgainWhenKafkaDoesNotConfirm() {
    log.fails("the brokers don't answer in time");

    MvcTestResult result = post("{\"text\":\"no signal\"}", Map.of());

    assertThat(result)
        .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
        .hasHeader("Retry-After", "5")
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(result).bodyText().contains("the brokers don't answer in time");
  }

  @Test
  void givesTheSameIdsForTheSameKeyAndAppendsOnce() {
    MvcTestResult first = post("{\"text\":\"no signal\"}", Map.of("Idempotency-Key", key));
    MvcTestResult second = post("{\"text\":\"no signal\"}", Map.of("Idempotency-Key", key));

    assertThat(second).hasStatus(HttpStatus.ACCEPTED);
    assertThat(second).body().isEqualTo(first.getResponse().getContentAsByteArray());
    assertThat(log.kept()).hasSize(1);
  }

  @Test
  void refusesTheSameKeyForAnotherText() {
    post("{\"text\":\"no signal\"}", Map.of("Idempotency-Key", key));

    MvcTestResult result = post("{\"text\":\"slow\"}", Map.of("Idempotency-Key", key));

    assertThat(result)
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(log.kept()).hasSize(1);
  }

  @Test
  void refusesTheSameKeyForAnotherTextWhileTheFirstIsUnderWay() {
    AtomicReference<@Nullable MvcTestResult> second = new AtomicReference<>();
    log.whenKept(
        problem -> second.set(post("{\"text\":\"slow\"}", Map.of("Idempotency-Key", key))));

    assertThat(post("{\"text\":\"no signal\"}", Map.of("Idempotency-Key", key)))
        .hasStatus(HttpStatus.ACCEPTED);
    assertThat(second.get()).isNotNull().hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @Test
  void refusesTheSameKeyForAnotherTicket() {
    post("{\"text\":\"no signal\",\"ticketId\":\"t-1\"}", Map.of("Idempotency-Key", key));

    assertThat(
            post("{\"text\":\"no signal\",\"ticketId\":\"t-2\"}", Map.of("Idempotency-Key", key)))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @Test
  void knowsAnotherGatewaysProblemFromTheReadModel() {
    ProblemIds ids = ProblemIds.of(Optional.of(new IdempotencyKey(key)), Optional.empty());
    archive.store(
        Problem.of(
            ids, new ProblemRequest("something else", Optional.empty(), Map.of()), Instant.EPOCH));

    assertThat(post("{\"text\":\"no signal\"}", Map.of("Idempotency-Key", key)))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @Test
  void answersARepeatedSubmissionWithTheStoredOutcome() {
    post("{\"text\":\"no signal\"}", Map.of("Idempotency-Key", key));
    archive.store(SubmissionFakes.resolved(log.last()));

    MvcTestResult result =
        post("{\"text\":\"no signal\"}", Map.of("Idempotency-Key", key, "Prefer", "wait=30"));

    assertThat(result).hasStatusOk().bodyText().contains("\"RESOLVED\"");
    assertThat(log.kept()).hasSize(1);
  }

  @Test
  void takesAProblemWithAKeyWhileTheReadModelIsDown() {
    archive.down();
    log.whenKept(problem -> outcomes.live(SubmissionFakes.resolved(problem)));

    assertThat(
            post("{\"text\":\"no signal\"}", Map.of("Idempotency-Key", key, "Prefer", "wait=30")))
        .hasStatusOk();
  }

  private MvcTestResult post(String body, Map<String, String> headers) {
    var request =
        http.post()
            .uri("/v1/problems")
            .contentType(MediaType.APPLICATION_JSON)
            .content(body.getBytes(UTF_8));
    headers.forEach(request::header);
    return request.exchange();
  }
}
