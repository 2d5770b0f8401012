package dev.workflowexecutor.gateway;

import static dev.workflowexecutor.gateway.TestGateway.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseDownIT {
  private static TestBroker broker;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    broker = new TestBroker();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @AfterEach
  void repair() {
    FaultyDatabase.bringUp();
  }

  @Test
  void refusesReadsButTakesProblemsAndCatchesUp() {
    try (TestGateway gateway = TestGateway.start(broker, folder, FaultyDatabase.class)) {
      FaultyDatabase.takeDown();

      assertReadsAreRefused(gateway);
      String ticketId = submitsAndGetsTheOutcome(gateway);
      broker.submit("meanwhile", "meanwhile", "written while the database was down");
      await().until(() -> gateway.get("/actuator/health").statusCode() == 503);
      assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

      FaultyDatabase.bringUp();
      await().until(() -> gateway.get("/v1/tickets/meanwhile").statusCode() == 200);
      await().until(() -> gateway.get("/v1/tickets/" + ticketId).body().contains("RESOLVED"));
      await().until(() -> gateway.get("/actuator/health").statusCode() == 200);
      await().until(() -> gateway.rows("problem") == broker.problems().size());
    }
  }

  @Test
  void startsWithoutItsDatabaseAndCatchesUp() {
    FaultyDatabase.takeDown();
    broker.submit("before", "before", "written before the first start");
    try (TestGateway gateway =
        TestGateway.start(broker.addresses(), broker.registry(), folder, FaultyDatabase.class)) {
      assertReadsAreRefused(gateway);
      submitsAndGetsTheOutcome(gateway);

      FaultyDatabase.bringUp();
      gateway.awaitReady();
      await().until(() -> gateway.get("/v1/tickets/before").statusCode() == 200);
    }
  }

  private static void assertReadsAreRefused(TestGateway gateway) {
    HttpResponse<String> refused = gateway.get("/v1/tickets/any");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(TestGateway.<String>value(refused, "$.type"))
        .isEqualTo("urn:workflow-executor:problem:read-model-unavailable");
  }

  /** With the help of the broker alone. */
  private static String submitsAndGetsTheOutcome(TestGateway gateway) {
    String key = UUID.randomUUID().toString();
    String problemId = UUID.nameUUIDFromBytes(("problem\n" + key).getBytes(UTF_8)).toString();
    String ticketId = UUID.nameUUIDFromBytes(("ticket\n" + key).getBytes(UTF_8)).toString();
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(
            () ->
                gateway.submit(
                    "{\"text\":\"no signal\"}", "Idempotency-Key", key, "Prefer", "wait=60"));
    await()
        .until(
            () ->
                broker.problems().stream()
                    .anyMatch(record -> record.value().getProblemId().equals(problemId)));

    broker.complete("result-" + key, ticketId, problemId);

    HttpResponse<String> answer = waiting.join();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(TestGateway.<String>value(answer, "$.status")).isEqualTo("RESOLVED");
    return value(answer, "$.ticketId");
  }
}
