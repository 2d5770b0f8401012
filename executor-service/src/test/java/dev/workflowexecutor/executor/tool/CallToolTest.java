package dev.workflowexecutor.executor.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.executor.tool.ToolServer.Behaviour;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import dev.workflowexecutor.workflow.tool.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallToolTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123Z");
  private static final String OUTAGE = "{\"status\":\"outage\"}";
  private static final Behaviour GOOD = ToolServer.json(200, OUTAGE);

  private final List<Long> pauses = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> environment = new HashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void answersWithTheOutputInContractOrderWithoutUndeclaredFields() throws Exception {
    ToolServer server =
        server(ToolServer.json(200, "{\"x\":1,\"eta\":\"6 PM\",\"status\":\"outage\"}"));

    Handled handled = call(server, idempotent());

    assertThat(handled)
        .isEqualTo(
            new Handled(
                new Reply.Succeeded(
                    Reply.idOf("call-1"),
                    "call-1",
                    NOW,
                    "{\"status\":\"outage\",\"eta\":\"6 PM\"}"),
                1));
  }

  @Test
  void sendsInputIdempotencyKeyAndTrace() throws Exception {
    ToolServer server = server(GOOD);

    call(server, idempotent());

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
    ToolServer server = server(GOOD);
    Bindings bindings =
        Bindings.of(
            Map.of(
                "network.findOutage.url",
                server.uri() + "/outages?v=1",
                "network.findOutage.method",
                "get"),
            null);

    Handled handled =
        caller(bindings, limits()).call(request(idempotent(), "{\"region\":\"a b\"}"));

    assertThat(handled.reply()).isInstanceOf(Reply.Succeeded.class);
    assertThat(server.seen().getFirst().uri()).isEqualTo("/outages?v=1&region=a+b");
    assertThat(server.seen().getFirst().body()).isEmpty();
  }

  @Test
  void triesAnIdempotentToolAgainAfterAnError() throws Exception {
    ToolServer server = server(ToolServer.json(500, "{}"), GOOD);

    Handled handled = call(server, idempotent());

    assertThat(handled.reply()).isInstanceOf(Reply.Succeeded.class);
    assertThat(handled.attempts()).isEqualTo(2);
    assertThat(server.seen())
        .extracting(seen -> seen.header("Idempotency-key"))
        .containsExactly("call-1", "call-1");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 408, 425, 429})
  void givesUpOnAnIdempotentToolAfterTheLastAttempt(int status) throws Exception {
    ToolServer server = server(ToolServer.json(status, ""));

    Handled handled = call(server, idempotent());

    assertThat(handled.reply()).isInstanceOf(Reply.Failed.class);
    assertThat(handled.attempts()).isEqualTo(3);
    assertThat(pauses).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 408, 425, 429})
  void neverRepeatsACallThatIsNotIdempotentAndMayHaveHappened(int status) throws Exception {
    ToolServer server = server(ToolServer.json(status, ""));

    Handled handled = call(server, once());

    assertThat(handled.reply()).isInstanceOf(Reply.Unknown.class);
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void pausesLongerBeforeEachFurtherAttempt() throws Exception {
    call(server(ToolServer.json(500, "")), idempotent());

    assertThat(pauses.get(0)).isBetween(50L, 150L);
    assertThat(pauses.get(1)).isBetween(100L, 300L);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void takesAProblemDetailForARefusal(boolean idempotent) throws Exception {
    ToolServer server =
        server(
            ToolServer.answering(
                404,
                "application/problem+json",
                "{\"title\":\"Unknown subscriber\",\"detail\":\"no such number\"}"));

    Handled handled = call(server, tool(idempotent));

    assertThat(handled.reply())
        .isEqualTo(
            new Reply.Refused(
                Reply.idOf("call-1"),
                "call-1",
                NOW,
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
    ToolServer server = server(ToolServer.json(200, garbage));

    assertThat(call(server, idempotent()).reply()).isInstanceOf(Reply.Failed.class);
    assertThat(call(server, once()).reply()).isInstanceOf(Reply.Unknown.class);
    assertThat(server.seen()).hasSize(2);
  }

  @Test
  void followsNoRedirect() throws Exception {
    ToolServer elsewhere = server(GOOD);
    ToolServer server =
        server(
            http -> {
              http.getResponseHeaders().set("Location", elsewhere.uri().toString());
              http.sendResponseHeaders(307, -1);
            });

    assertThat(call(server, idempotent()).reply()).isInstanceOf(Reply.Failed.class);
    assertThat(elsewhere.seen()).isEmpty();
  }

  @Test
  void triesAnIdempotentToolAgainThatDoesNotAnswerInTime() throws Exception {
    ToolServer[] self = new ToolServer[1];
    self[0] = server(http -> self[0].hanging().answer(http), GOOD);

    Handled handled = call(self[0], idempotent());

    assertThat(handled.reply()).isInstanceOf(Reply.Succeeded.class);
    assertThat(handled.attempts()).isEqualTo(2);
  }

  @Test
  void knowsNothingAboutACallThatIsNotIdempotentAndWasNotAnsweredInTime() throws Exception {
    ToolServer[] self = new ToolServer[1];
    self[0] = server(http -> self[0].hanging().answer(http));

    Handled handled = call(self[0], once());

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Unknown.class,
            unknown -> assertThat(unknown.error()).isEqualTo("no answer within 300 ms"));
    assertThat(self[0].seen()).hasSize(1);
  }

  @Test
  void cutsOffAnAnswerThatDrips() throws Exception {
    ToolServer[] self = new ToolServer[1];
    self[0] = server(http -> self[0].dripping().answer(http));

    assertThat(call(self[0], once()).reply()).isInstanceOf(Reply.Unknown.class);
    assertThat(call(self[0], idempotent()).reply()).isInstanceOf(Reply.Failed.class);
  }

  @Test
  void knowsNothingAboutACallWhoseConnectionBroke() throws Exception {
    ToolServer server = server(ToolServer.breaking());

    assertThat(call(server, once()).reply()).isInstanceOf(Reply.Unknown.class);
    assertThat(server.seen()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void triesEveryToolAgainThatIsNotThere(boolean idempotent) throws Exception {
    Handled handled = call(Bindings.of(Map.of(), nowhere()), tool(idempotent));

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("connection refused"));
    assertThat(handled.attempts()).isEqualTo(3);
  }

  @Test
  void failsWhereTheHostIsUnknown() throws Exception {
    Handled handled = call(Bindings.of(Map.of(), URI.create("http://tools.invalid")), once());

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("its host is unknown"));
  }

  @Test
  void readsNoAnswerThatIsTooLarge() throws Exception {
    ToolServer server = server(ToolServer.json(200, "{\"eta\":\"" + "x".repeat(3000) + "\"}"));

    Handled handled = call(server, once());

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Unknown.class,
            unknown -> assertThat(unknown.error()).isEqualTo("the answer is too large"));
  }

  @Test
  void failsWithoutAnAttemptWhereTheToolIsNotBound() throws Exception {
    Handled handled = call(Bindings.of(Map.of(), null), idempotent());

    assertThat(handled.reply()).isInstanceOf(Reply.Failed.class);
    assertThat(handled.attempts()).isZero();
  }

  @Test
  void sendsSecretsByReferenceAndReadsThemAtEachCall() throws Exception {
    ToolServer server = server(GOOD);
    CallTool caller = caller(withToken(server), limits());
    environment.put("TOKEN", "first-secret");
    caller.call(request(idempotent()));
    environment.put("TOKEN", "second-secret");
    caller.call(request(idempotent()));

    assertThat(server.seen())
        .extracting(seen -> seen.header("Authorization"))
        .containsExactly("Bearer first-secret", "Bearer second-secret");
  }

  @Test
  void failsWithoutAnAttemptWhereASecretIsMissing() throws Exception {
    ToolServer server = server(GOOD);

    Handled handled = call(withToken(server), idempotent());

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Failed.class, failed -> assertThat(failed.error()).contains("env:TOKEN"));
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void repeatsNoSecretInItsErrors() throws Exception {
    environment.put("TOKEN", "very-secret");
    ToolServer server =
        server(
            ToolServer.answering(
                401, "application/problem+json", "{\"detail\":\"bad token very-secret\"}"));

    Handled handled = call(withToken(server), idempotent());

    assertThat(handled.reply().toString()).contains("bad token ***").doesNotContain("very-secret");
  }

  @Test
  void quotesNoSecretThatCannotBeSent() throws Exception {
    environment.put("TOKEN", "very\nsecret");

    Handled handled = call(withToken(server(GOOD)), idempotent());

    assertThat(handled.reply().toString()).contains("Authorization").doesNotContain("secret");
  }

  @Test
  void leavesAToolAloneThatKeepsFailing() throws Exception {
    ToolServer server = server(ToolServer.json(500, ""));
    CallTool caller = caller(Bindings.of(Map.of(), server.uri()), limits());
    caller.call(request(idempotent()));

    Handled second = caller.call(request(idempotent()));
    Handled third = caller.call(request(once()));

    assertThat(second.reply())
        .isInstanceOfSatisfying(
            Reply.Failed.class, failed -> assertThat(failed.error()).contains("breaker"));
    assertThat(third.reply()).isInstanceOf(Reply.Failed.class);
    assertThat(third.attempts()).isZero();
    assertThat(server.seen()).hasSize(4);
  }

  @Test
  void keepsToTheToolsConcurrency() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch both = new CountDownLatch(2);
    ToolServer server =
        server(
            http -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              both.countDown();
              both.await();
              now.decrementAndGet();
              GOOD.answer(http);
            });
    CallTool caller = caller(Bindings.of(Map.of(), server.uri()), limits());

    List<Future<Handled>> calls = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        calls.add(threads.submit(() -> caller.call(request(patient()))));
      }
    }

    for (Future<Handled> call : calls) {
      assertThat(call.get().reply()).isInstanceOf(Reply.Succeeded.class);
    }
    assertThat(most).hasValue(2);
  }

  private Handled call(ToolServer server, Tool tool) throws Exception {
    return call(Bindings.of(Map.of(), server.uri()), tool);
  }

  private Handled call(Bindings bindings, Tool tool) throws Exception {
    return caller(bindings, limits()).call(request(tool));
  }

  private CallTool caller(Bindings bindings, ToolLimits limits) {
    CallTool caller =
        new CallTool(
            bindings,
            limits,
            Clock.fixed(NOW.plusNanos(5), ZoneOffset.UTC),
            pauses::add,
            name -> Optional.ofNullable(environment.get(name)));
    open.add(caller);
    return caller;
  }

  private ToolServer server(Behaviour... behaviours) throws IOException {
    ToolServer server = new ToolServer(behaviours);
    open.add(server);
    return server;
  }

  private static Bindings withToken(ToolServer server) {
    return Bindings.of(
        Map.of("network.findOutage.headers.Authorization", "Bearer ${env:TOKEN}"), server.uri());
  }

  private static ToolRequest request(Tool tool) {
    return request(tool, "{\"region\":\"west\"}");
  }

  private static ToolRequest request(Tool tool, String input) {
    return new ToolRequest("call-1", tool, input, Optional.of("00-trace-span-01"));
  }

  private static Tool idempotent() {
    return tool(true);
  }

  private static Tool once() {
    return tool(false);
  }

  private static Tool patient() {
    return tool(true, Duration.ofSeconds(30));
  }

  private static Tool tool(boolean idempotent) {
    return tool(idempotent, Duration.ofMillis(300));
  }

  private static Tool tool(boolean idempotent, Duration timeout) {
    return new Tool(
        "network.findOutage",
        "",
        idempotent,
        timeout,
        Map.of("region", new Field(new FieldType.Text(), false)),
        new TreeMap<>(
                Map.of(
                    "status", new Field(new FieldType.Choice(List.of("none", "outage")), false),
                    "eta", new Field(new FieldType.Text(), true)))
            .descendingMap());
  }

  private static ToolLimits limits() {
    return new ToolLimits(
        3,
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        0.5,
        2,
        Duration.ofSeconds(30),
        50,
        4,
        Duration.ofMinutes(10),
        Duration.ofSeconds(2),
        2048);
  }

  private static URI nowhere() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}
