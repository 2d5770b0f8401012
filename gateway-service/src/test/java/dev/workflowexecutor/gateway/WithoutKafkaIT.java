package dev.workflowexecutor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithoutKafkaIT {
  @TempDir private static Path folder;
  private static TestGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    gateway = TestGateway.start("127.0.0.1:" + nobody, "mock://without-kafka", folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void saysThatAProblemIsNotTaken() {
    HttpResponse<String> answer = gateway.submit("{\"text\":\"no signal\"}", "Prefer", "wait=60");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(TestGateway.<String>value(answer, "$.type"))
        .isEqualTo("urn:workflow-executor:problem:not-taken");
  }

  @Test
  void describesThatAProblemIsNotTaken() {
    assertThat(
            ApiDocument.of(gateway)
                .mismatches("post", "/v1/problems", gateway.submit("{\"text\":\"no signal\"}")))
        .isEmpty();
  }

  @Test
  void isAliveButNotReady() {
    assertThat(gateway.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(gateway.get("/actuator/health").body()).contains("\"DOWN\"").doesNotContain("kafka");
  }

  @Test
  void stillKnowsThatATicketIsUnknown() {
    assertThat(gateway.get("/v1/tickets/any").statusCode()).isEqualTo(404);
  }

  @Test
  void describesItsPathsWithSchemasExamplesAndProblems() {
    HttpResponse<String> answer = gateway.get("/v3/api-docs");

    assertThat(TestGateway.<Map<String, Object>>value(answer, "$.paths").keySet())
        .containsExactlyInAnyOrder(
            "/v1/problems",
            "/v1/tickets/{ticketId}",
            "/v1/tickets/{ticketId}/events",
            "/v1/outcomes/events");
    assertThat(responses(answer, "/v1/problems", "post"))
        .containsExactlyInAnyOrder(
            "200", "202", "400", "406", "413", "415", "422", "503", "default");
    assertThat(responses(answer, "/v1/tickets/{ticketId}", "get"))
        .containsExactlyInAnyOrder("200", "404", "406", "503", "default");
    assertThat(TestGateway.<Map<String, Object>>value(answer, "$.components.schemas").keySet())
        .contains("ProblemRequest", "Accepted", "Outcome", "Ticket", "Turn", "Problem");
    assertThat(
            TestGateway.<List<String>>value(answer, "$.components.schemas.ProblemRequest.required"))
        .containsExactly("text");
    assertThat(answer.body())
        .contains("Idempotency-Key", "Last-Event-ID", "application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/tickets/%zz HTTP/1.1",
        "GET /v1/tickets/a%2Fb HTTP/1.1",
        "GET /v1/tickets/<b> HTTP/1.1",
        "GET /v1/{ HTTP/1.1"
      })
  void answersWithAProblemWhereTheServerRefusesTheRequestLine(String requestLine)
      throws IOException {
    String answer = raw(requestLine);

    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(JsonPath.<Integer>read(body, "$.status")).isEqualTo(400);
    assertThat(JsonPath.<String>read(body, "$.detail")).contains("Expected a well-formed");
    assertThat(body).doesNotContain("<html", "Tomcat", "Exception");
  }

  private static Iterable<String> responses(
      HttpResponse<String> answer, String path, String method) {
    return TestGateway.<Map<String, Object>>value(
            answer, "$.paths['%s'].%s.responses".formatted(path, method))
        .keySet();
  }

  private static String raw(String requestLine) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      String request = requestLine + "\r\nHost: gateway\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
