package dev.workflowexecutor.gateway;

import static dev.workflowexecutor.gateway.TestGateway.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.gateway.outcome.OutcomeArchive;
import dev.workflowexecutor.kafka.topic.Topic;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SubmitAndFollowIT {
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @TempDir private static Path folder;
  private static TestBroker broker;
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    broker = new TestBroker();
    gateway = TestGateway.start(broker, folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    broker.close();
  }

  @Test
  void putsTheProblemOnItsTopicWithIdsAndHeaders() {
    HttpResponse<String> answer =
        gateway.submit(
            "{\"text\":\"no signal\",\"attributes\":{\"account_type\":\"prepaid\"}}",
            "traceparent",
            TRACE);

    ConsumerRecord<String, RawProblem> record = recordOf(value(answer, "$.problemId"));
    assertThat(record.key()).isEqualTo(value(answer, "$.ticketId"));
    assertThat(record.value().getTicketId()).isEqualTo(record.key());
    assertThat(record.value().getText()).isEqualTo("no signal");
    assertThat(record.value().getSource()).isEqualTo("gateway");
    assertThat(record.value().getContinuesTicket()).isFalse();
    assertThat(record.value().getAttributes()).containsEntry("account_type", "prepaid");
    assertThat(header(record, "ce_id")).isEqualTo(record.value().getProblemId());
    assertThat(header(record, "ce_source")).isEqualTo("gateway");
    assertThat(header(record, "traceparent")).startsWith(TRACE.substring(0, 35));
  }

  @Test
  void answersWithTheOutcomeAsSoonAsItIsThere() {
    String key = UUID.randomUUID().toString();
    String body = "{\"text\":\"no signal\",\"ticketId\":\"waits-" + key + "\"}";
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(
            () -> gateway.submit(body, "Idempotency-Key", key, "Prefer", "wait=60"));
    String problemId = UUID.nameUUIDFromBytes(("problem\n" + key).getBytes(UTF_8)).toString();
    await().until(() -> gateway.get("/v1/tickets/waits-" + key).statusCode() == 200);

    broker.complete("result-" + key, "waits-" + key, problemId);

    HttpResponse<String> answer = waiting.join();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=60");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"ticketId":"waits-%s","problemId":"%s","status":"RESOLVED",\
            "message":"Network outage in your area.\\nExpected resolution in 6 PM.",\
            "data":{"attempts":2,"eta":"6 PM"},"completedAt":"2026-01-01T00:00:01Z"}"""
                .formatted(key, problemId));
    assertThat(gateway.get("/v1/tickets/waits-" + key).body()).contains("\"status\":\"RESOLVED\"");
  }

  @Test
  void showsATicketAtOnceAndWithItsOutcomeLater() {
    HttpResponse<String> answer = gateway.submit("{\"text\":\"slow\"}");
    String ticketId = value(answer, "$.ticketId");
    String location = answer.headers().firstValue("Location").orElseThrow();

    HttpResponse<String> pending = gateway.get(location);
    assertThat(pending.statusCode()).isEqualTo(200);
    assertThat(TestGateway.<String>value(pending, "$.status")).isEqualTo("PENDING");
    assertThat(TestGateway.<String>value(pending, "$.turns[0].text")).isEqualTo("slow");

    broker.complete("result-" + ticketId, ticketId, value(answer, "$.problemId"));
    await().until(() -> value(gateway.get(location), "$.status").equals("RESOLVED"));
    HttpResponse<String> resolved = gateway.get(location);
    assertThat(TestGateway.<String>value(resolved, "$.turns[0].outcome.status"))
        .isEqualTo("RESOLVED");
    assertThat(TestGateway.<String>value(resolved, "$.outcome.data.eta")).isEqualTo("6 PM");
    assertThat(resolved.body()).doesNotContain("cause", "decision", "resultId");
  }

  @Test
  void showsATicketThatAnUpstreamSystemOpened() {
    broker.submit("upstream-problem", "upstream-ticket", "from elsewhere");

    await().until(() -> gateway.get("/v1/tickets/upstream-ticket").statusCode() == 200);
    assertThat(gateway.get("/v1/tickets/upstream-ticket").body())
        .contains("from elsewhere", "PENDING");
  }

  @Test
  void doesNotKnowATicketThatNobodyOpened() {
    HttpResponse<String> answer = gateway.get("/v1/tickets/nobody");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("unknown-ticket", "found 'nobody'");
    assertThat(gateway.get("/v1/tickets/nobody/events").statusCode()).isEqualTo(404);
  }

  @Test
  void appendsOnceForTheSameKeyAndRefusesItForSomethingElse() {
    String key = UUID.randomUUID().toString();

    HttpResponse<String> first = gateway.submit("{\"text\":\"a\"}", "Idempotency-Key", key);
    HttpResponse<String> same = gateway.submit("{\"text\":\"a\"}", "Idempotency-Key", key);
    HttpResponse<String> other = gateway.submit("{\"text\":\"b\"}", "Idempotency-Key", key);

    assertThat(same.statusCode()).isEqualTo(202);
    assertThat(same.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
    String problemId = value(first, "$.problemId");
    assertThat(broker.problems())
        .filteredOn(record -> record.value().getProblemId().equals(problemId))
        .hasSize(1);
  }

  @Test
  void replaysATicketsOutcomesAndGoesOnLive() {
    String ticketId = "replay-" + UUID.randomUUID();
    broker.submit(ticketId + "-p1", ticketId, "first");
    broker.complete(ticketId + "-r1", ticketId, ticketId + "-p1");
    broker.complete(ticketId + "-r2", ticketId, ticketId + "-p2");
    await().until(() -> gateway.get("/v1/tickets/" + ticketId).body().contains(ticketId + "-p2"));

    try (TestEvents events = gateway.follow("/v1/tickets/" + ticketId + "/events")) {
      assertThat(events.contentType()).startsWith("text/event-stream");
      TestEvents.Event first = events.next();
      assertThat(first.type()).isEqualTo("outcome");
      assertThat(first.id()).isEqualTo(ticketId + "-r1");
      assertThat(first.<String>value("$.problemId")).isEqualTo(ticketId + "-p1");
      assertThat(events.next().id()).isEqualTo(ticketId + "-r2");

      broker.complete(ticketId + "-r3", ticketId, ticketId + "-p3");
      assertThat(events.next().id()).isEqualTo(ticketId + "-r3");
      assertThat(events.nextComment()).startsWith(":");
    }
  }

  @Test
  void resumesAfterTheLastEventThatTheClientSaw() {
    String ticketId = "resume-" + UUID.randomUUID();
    broker.complete(ticketId + "-r1", ticketId, ticketId + "-p1");
    broker.complete(ticketId + "-r2", ticketId, ticketId + "-p2");
    await().until(() -> gateway.get("/v1/tickets/" + ticketId).body().contains(ticketId + "-p2"));

    try (TestEvents events =
        gateway.follow("/v1/tickets/" + ticketId + "/events", "Last-Event-ID", ticketId + "-r1")) {
      assertThat(events.next().id()).isEqualTo(ticketId + "-r2");
      broker.complete(ticketId + "-r3", ticketId, ticketId + "-p3");
      assertThat(events.next().id()).isEqualTo(ticketId + "-r3");
    }
  }

  @Test
  void streamsTheOutcomesOfAllTickets() {
    String ticketId = "all-" + UUID.randomUUID();
    try (TestEvents events = gateway.follow("/v1/outcomes/events")) {
      broker.complete(ticketId + "-r1", ticketId, ticketId + "-p1");

      TestEvents.Event event = events.next();
      while (!event.id().equals(ticketId + "-r1")) {
        event = events.next();
      }
      assertThat(event.<String>value("$.ticketId")).isEqualTo(ticketId);
    }
  }

  @Test
  void skipsRecordsThatNobodyCanReadAndGoesOn() {
    String ticketId = "poison-" + UUID.randomUUID();
    broker.poison(Topic.EXECUTIONS_RESULTS, ticketId);
    broker.poison(Topic.PROBLEMS_RAW, ticketId);
    broker.submit(ticketId + "-p1", ticketId, "after the poison");
    broker.complete(ticketId + "-r1", ticketId, ticketId + "-p1");

    await().until(() -> gateway.get("/v1/tickets/" + ticketId).body().contains("RESOLVED"));
    await()
        .untilAsserted(
            () ->
                assertThat(gateway.get("/actuator/prometheus").body())
                    .contains(
                        "workflow_gateway_records_skipped_total"
                            + "{reason=\"NOT_WIRE_FORMAT\",topic=\"problems.raw\"}"));
  }

  @Test
  void skipsAnOutcomeThatTheDatabaseRefuses() {
    String ticketId = "refused-" + UUID.randomUUID();
    gateway
        .part(JdbcClient.class)
        .sql(
            "alter table outcome add constraint refused check (problem_id <> '%s-p2')"
                .formatted(ticketId))
        .update();

    broker.complete(ticketId + "-r1", ticketId, ticketId + "-p1");
    broker.complete(ticketId + "-r2", ticketId, ticketId + "-p2");
    broker.complete(ticketId + "-r3", ticketId, ticketId + "-p3");

    await()
        .untilAsserted(
            () ->
                assertThat(gateway.part(OutcomeArchive.class).firstOf(ticketId + "-p3"))
                    .isPresent());
    assertThat(gateway.part(OutcomeArchive.class).firstOf(ticketId + "-p1")).isPresent();
    assertThat(gateway.part(OutcomeArchive.class).firstOf(ticketId + "-p2")).isEmpty();
    assertThat(gateway.get("/v1/tickets/" + ticketId).body()).contains(ticketId + "-p2");
    assertThat(broker.deadLetters(Topic.EXECUTIONS_RESULTS))
        .contains(ticketId + " NOT_STORABLE gateway-service");
  }

  @Test
  void isHealthyAndSaysNothingMore() {
    assertThat(gateway.get("/actuator/health").body())
        .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
    assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void countsWhatItDoes() {
    HttpResponse<String> answer = gateway.submit("{\"text\":\"counted\"}");
    String ticketId = value(answer, "$.ticketId");
    broker.complete("counted-" + ticketId, ticketId, value(answer, "$.problemId"));

    await()
        .untilAsserted(
            () ->
                assertThat(gateway.get("/actuator/prometheus").body())
                    .contains(
                        "workflow_gateway_problems_accepted_total",
                        "workflow_gateway_outcomes_total{status=\"RESOLVED\"}",
                        "workflow_gateway_end_to_end_seconds_bucket",
                        "workflow_gateway_projector_lag",
                        "workflow_gateway_sse_connections"));
  }

  private static ConsumerRecord<String, RawProblem> recordOf(String problemId) {
    return broker.problems().stream()
        .filter(record -> record.value().getProblemId().equals(problemId))
        .findFirst()
        .orElseThrow();
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
