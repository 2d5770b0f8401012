package dev.workflowexecutor.executor.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.executor.advance.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to a tool, and what its answers mean. */
class CallToolTest {

  private final ToolBench bench = new ToolBench();

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void answersWithTheOutputInContractOrderWithoutUndeclaredFields() throws Exception {
    ToolServer server =
        bench.server(ToolServer.json(200, "{\"x\":1,\"eta\":\"6 PM\",\"status\":\"outage\"}"));

    Handled handled = bench.call(server, ToolBench.idempotent());

    assertThat(handled)
        .isEqualTo(
            new Handled(
                new Reply.Succeeded(
                    Reply.idOf("call-1"),
                    "call-1",
                    ToolBench.NOW,
                    "{\"status\":\"outage\",\"eta\":\"6 PM\"}"),
                1));
  }

  @Test
  void sendsInputIdempotencyKeyAndTrace() throws Exception {
    ToolServer server = bench.server(ToolBench.GOOD);

    bench.call(server, ToolBench.idempotent());

    ToolServer.Seen seen = server.seen().getFirst();
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.uri()).isEqualTo("/network.findOutage");
    assertThat(seen.body()).isEqualTo("{\"region\":\"west\"}");
    assertThat(seen.header("Idempotency-key")).isEqualTo("call-1");
    assertThat(seen.header("Traceparent")).isEqualTo("00-trace-span-01");
    assertThat(seen.header("Content-type")).isEqualTo("application/json");
  }

  @Test
  void sendsTheInputAsQueryWhereTheBindingSaysGet() throws Exception {
    ToolServer server = bench.server(ToolBench.GOOD);
    Bindings bindings =
        Bindings.of(
            Map.of(
                "network.findOutage.url",
                server.uri() + "/outages?v=1",
                "network.findOutage.method",
                "get"),
            null);

    Handled handled =
        bench
            .caller(bindings, ToolBench.limits())
            .call(ToolBench.request(ToolBench.idempotent(), "{\"region\":\"a b\"}"));

    assertThat(handled.reply()).isInstanceOf(Reply.Succeeded.class);
    assertThat(server.seen().getFirst().uri()).isEqualTo("/outages?v=1&region=a+b");
    assertThat(server.seen().getFirst().body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void takesAProblemDetailForARefusal(boolean idempotent) throws Exception {
    ToolServer server =
        bench.server(
            ToolServer.answering(
                404,
                "application/problem+json",
                "{\"title\":\"Unknown subscriber\",\"detail\":\"no such number\"}"));

    Handled handled = bench.call(server, ToolBench.tool(idempotent));

    assertThat(handled.reply())
        .isEqualTo(
            new Reply.Refused(
                Reply.idOf("call-1"),
                "call-1",
                ToolBench.NOW,
                "HTTP 404 Unknown subscriber: no such number"));
    assertThat(handled.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "",
        "[]",
        "{\"status\":\"perhaps\"}",
        "{\"eta\":\"6 PM\"}",
        "{\"status\":"
      })
  void takesGarbageForAFailureOnlyWhereItDidNoHarm(String garbage) throws Exception {
    ToolServer server = bench.server(ToolServer.json(200, garbage));

    assertThat(bench.call(server, ToolBench.idempotent()).reply()).isInstanceOf(Reply.Failed.class);
    assertThat(bench.call(server, ToolBench.once()).reply()).isInstanceOf(Reply.Unknown.class);
    assertThat(server.seen()).hasSize(2);
  }

  @Test
  void followsNoRedirect() throws Exception {
    ToolServer elsewhere = bench.server(ToolBench.GOOD);
    ToolServer server =
        bench.server(
            http -> {
              http.getResponseHeaders().set("Location", elsewhere.uri().toString());
              http.sendResponseHeaders(307, -1);
            });

    assertThat(bench.call(server, ToolBench.idempotent()).reply()).isInstanceOf(Reply.Failed.class);
    assertThat(elsewhere.seen()).isEmpty();
  }

  @Test
  void readsNoAnswerThatIsTooLarge() throws Exception {
    ToolServer server =
        bench.server(ToolServer.json(200, "{\"eta\":\"" + "x".repeat(3000) + "\"}"));

    Handled handled = bench.call(server, ToolBench.once());

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Unknown.class,
            unknown -> assertThat(unknown.error()).isEqualTo("the answer is too large"));
  }
}
