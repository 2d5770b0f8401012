package dev.workflowexecutor.cli.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.workflowexecutor.cli.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayCommandsTest {

  private static final String RESOLVED =
      """
      {"ticketId":"T-1","problemId":"P-1","status":"RESOLVED","message":"Back at 6 PM.","data":{}}""";

  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private HttpServer gateway;
  private int status = 200;
  private String answer = RESOLVED;

  @BeforeEach
  void startGateway() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    gateway.createContext("/", this::handle);
    gateway.start();
  }

  @AfterEach
  void endGateway() {
    gateway.stop(0);
  }

  @Test
  void submitsTheProblemAndShowsItsOutcome() {
    CommandRun run =
        run("submit", "no signal", "--ticket", "T-1", "--attribute", "region=west", "--wait", "9s");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("RESOLVED  Back at 6 PM.").contains("ticket T-1");
    assertThat(received)
        .containsExactly(
            """
            POST /v1/problems wait=9 {"attributes":{"region":"west"},"text":"no signal","ticketId":"T-1"}""");
  }

  @Test
  void answersProgramsWithOneObjectALine() {
    CommandRun run = run("submit", "no signal", "--json");

    assertThat(run.out().strip()).isEqualTo(RESOLVED);
  }

  @Test
  void failsWhenTheOutcomeIsAFailure() {
    answer = RESOLVED.replace("RESOLVED", "FAILED");

    assertThat(run("submit", "no signal").code()).isEqualTo(1);
  }

  @Test
  void failsWhenThereIsNoOutcomeInTime() {
    status = 202;
    answer = "{\"ticketId\":\"T-1\",\"problemId\":\"P-1\"}";

    CommandRun run = run("submit", "no signal", "--wait", "1s");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("wfx watch T-1");
  }

  @Test
  void isDoneWithoutAnOutcomeWhenItNeedNotWait() {
    status = 202;
    answer = "{\"ticketId\":\"T-1\",\"problemId\":\"P-1\"}";

    CommandRun run = run("submit", "no signal", "--wait", "0", "--json");

    assertThat(run.code()).isZero();
    assertThat(run.out().strip()).isEqualTo("{\"ticketId\":\"T-1\",\"problemId\":\"P-1\"}");
  }

  @Test
  void showsWhatThePlatformHasAgainstIt() {
    status = 400;
    answer = "{\"title\":\"The request breaks the contract\",\"detail\":\"text: too\\nlong\"}";

    CommandRun run = run("submit", "no signal");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().strip())
        .isEqualTo(
            "wfx: the platform answered 400 The request breaks the contract: text: too long");
  }

  @Test
  void saysWhatToDoWhenNothingAnswers() {
    gateway.stop(0);

    CommandRun run = run("submit", "no signal");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().strip())
        .startsWith("wfx: nothing answers at http://")
        .doesNotContain("\n");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    CommandRun run = CommandRun.of("submit", "text", "--url", "127.0.0.1:8080");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("found '127.0.0.1:8080'");
  }

  @Test
  void watchesATicketUntilItHasSeenEnough() {
    answer = "retry: 2000\n\n: quiet\n\nevent: outcome\nid: R-1\ndata: " + RESOLVED + "\n\n";

    CommandRun run = run("watch", "T-1", "--count", "1");

    assertThat(run.code()).isZero();
    assertThat(run.out().strip()).isEqualTo("T-1  RESOLVED  Back at 6 PM.");
    assertThat(received).containsExactly("GET /v1/tickets/T-1/events null ");
  }

  @Test
  void failsWhenTheStreamEndsBeforeItHasSeenEnough() {
    answer = "event: outcome\ndata: " + RESOLVED + "\n\n";

    CommandRun run = run("watch", "--count", "2", "--json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().strip()).isEqualTo(RESOLVED);
    assertThat(received).containsExactly("GET /v1/outcomes/events null ");
  }

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--url");
    all.add("http://127.0.0.1:" + gateway.getAddress().getPort());
    return CommandRun.of(all.toArray(String[]::new));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          "%s %s %s %s"
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  exchange.getRequestHeaders().getFirst("Prefer"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      byte[] body = answer.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
