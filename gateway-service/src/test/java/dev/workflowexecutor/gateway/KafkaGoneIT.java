package dev.workflowexecutor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KafkaGoneIT {
  private static final String TEXT = "my number is nobody's business";

  @TempDir private Path folder;

  @Test
  void refusesProblemsAndStillShowsTicketsWhenTheBrokerIsGone(CapturedOutput logged) {
    TestBroker broker = new TestBroker();
    try (TestGateway gateway = TestGateway.start(broker, folder)) {
      HttpResponse<String> taken = gateway.submit("{\"text\":\"no signal\"}");
      String ticket = taken.headers().firstValue("Location").orElseThrow();
      broker.close();

      assertNotTaken(gateway, "the brokers don't answer in time");
      assertThat(logged).contains("is not confirmed").doesNotContain(TEXT);
      assertThat(gateway.get(ticket).statusCode()).isEqualTo(200);
      assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void refusesProblemsWhileTheRegistryDoesNotAnswer() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    try (TestBroker broker = new TestBroker();
        TestGateway gateway =
            TestGateway.start(broker.addresses(), "http://127.0.0.1:" + nobody, folder)) {
      assertNotTaken(gateway, "the schema registry doesn't answer");
      assertThat(broker.problems()).isEmpty();
      assertThat(gateway.get("/v1/tickets/any").statusCode()).isEqualTo(404);
      assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    }
  }

  private static void assertNotTaken(TestGateway gateway, String reason) {
    HttpResponse<String> refused =
        gateway.submit("{\"text\":\"" + TEXT + "\"}", "Idempotency-Key", "again");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(TestGateway.<String>value(refused, "$.detail")).contains(reason, "Idempotency-Key");
  }
}
