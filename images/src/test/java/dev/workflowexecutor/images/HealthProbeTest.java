package dev.workflowexecutor.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthProbeTest {

  private static final String PATH = "/actuator/health/readiness";

  private HttpServer service;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        PATH,
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void isHealthyWhereTheServiceSaysSo() {
    assertThat(HealthProbe.run(port(), PATH, Map.of())).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 500, 404, 302})
  void isUnhealthyWhereItAnswersAnythingElse(int other) {
    status = other;

    assertThat(HealthProbe.run(port(), PATH, Map.of())).isOne();
  }

  @Test
  void isUnhealthyWhereThePathIsUnknown() {
    assertThat(HealthProbe.run(port(), "/elsewhere", Map.of())).isOne();
  }

  @Test
  void isUnhealthyWhereNothingListens() {
    String port = port();
    service.stop(0);

    assertThat(HealthProbe.run(port, PATH, Map.of())).isOne();
  }

  @Test
  void asksThePortThatTheServiceWasToldToTake() {
    assertThat(HealthProbe.run("1", PATH, Map.of("SERVER_PORT", port()))).isZero();
  }

  private String port() {
    return Integer.toString(service.getAddress().getPort());
  }
}
