package dev.workflowexecutor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway answers is what its OpenAPI description says, to the field. */
class DescriptionIT {
  private static final String PROBLEMS = "/v1/problems";
  private static final String TICKET = "/v1/tickets/{ticketId}";

  @TempDir private static Path folder;
  private static TestBroker broker;
  private static TestGateway gateway;
  private static ApiDocument document;

  @BeforeAll
  static void start() {
    broker = new TestBroker();
    gateway = TestGateway.start(broker, folder);
    document = ApiDocument.of(gateway);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    broker.close();
  }

  @Test
  void describesAnAcceptedProblem() {
    assertDescribed("post", PROBLEMS, gateway.submit("{\"text\":\"a\"}"), 202);
    assertDescribed("post", PROBLEMS, gateway.submit("{\"text\":\"a\"}", "Prefer", "wait=1"), 202);
  }

  @Test
  void describesAnOutcomeAndATicketWithIt() {
    String key = "described";
    HttpResponse<String> accepted = gateway.submit("{\"text\":\"a\"}", "Idempotency-Key", key);
    String ticket = TestGateway.value(accepted, "$.ticketId");
    broker.complete("r-described", ticket, TestGateway.value(accepted, "$.problemId"));
    await().until(() -> gateway.get("/v1/tickets/" + ticket).body().contains("RESOLVED"));

    HttpResponse<String> answered =
        gateway.submit("{\"text\":\"a\"}", "Idempotency-Key", key, "Prefer", "wait=5");

    assertDescribed("post", PROBLEMS, answered, 200);
    assertDescribed("get", TICKET, gateway.get("/v1/tickets/" + ticket), 200);
    try (TestEvents events = gateway.follow("/v1/tickets/" + ticket + "/events")) {
      assertThat(document.errors("Outcome", events.next().data())).isEmpty();
    }
  }

  @Test
  void describesATicketThatWaitsForItsOutcome() {
    gateway.submit("{\"text\":\"a\",\"ticketId\":\"pending\"}");

    assertDescribed("get", TICKET, gateway.get("/v1/tickets/pending"), 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":|application/json|*/*|400",
        "{\"words\":\"a\"}|application/json|*/*|400",
        "{\"text\":\"a\"}|text/plain|*/*|415",
        "{\"text\":\"a\"}|application/json|image/png|406",
      })
  void describesWhatItRefuses(String body, String type, String accept, int status) {
    HttpResponse<String> answer =
        gateway.post(PROBLEMS, body, "Content-Type", type, "Accept", accept);

    assertDescribed("post", PROBLEMS, answer, status);
  }

  @Test
  void describesABodyThatIsTooLargeAndAKeyThatWasUsed() {
    assertDescribed(
        "post", PROBLEMS, gateway.submit("{\"text\":\"" + "a".repeat(300_000) + "\"}"), 413);
    gateway.submit("{\"text\":\"a\"}", "Idempotency-Key", "used");
    assertDescribed(
        "post", PROBLEMS, gateway.submit("{\"text\":\"b\"}", "Idempotency-Key", "used"), 422);
  }

  @Test
  void describesATicketThatNobodyOpened() {
    assertDescribed("get", TICKET, gateway.get("/v1/tickets/nobody"), 404);
    assertDescribed("get", TICKET + "/events", gateway.get("/v1/tickets/nobody/events"), 404);
  }

  private static void assertDescribed(
      String method, String path, HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(document.mismatches(method, path, answer)).isEmpty();
  }
}
