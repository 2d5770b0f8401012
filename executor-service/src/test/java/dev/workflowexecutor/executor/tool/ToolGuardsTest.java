package dev.workflowexecutor.executor.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.executor.advance.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bindings, secrets, circuit breaker and concurrency of a call. */
class ToolGuardsTest {

  private final ToolBench bench = new ToolBench();

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void failsWithoutAnAttemptWhereTheToolIsNotBound() throws Exception {
    Handled handled = bench.call(Bindings.of(Map.of(), null), ToolBench.idempotent());

    assertThat(handled.reply()).isInstanceOf(Reply.Failed.class);
    assertThat(handled.attempts()).isZero();
  }

  @Test
  void sendsSecretsByReferenceAndReadsThemAtEachCall() throws Exception {
    ToolServer server = bench.server(ToolBench.GOOD);
    CallTool caller = bench.caller(bench.withToken(server), ToolBench.limits());
    bench.environment.put("TOKEN", "first-secret");
    caller.call(ToolBench.request(ToolBench.idempotent()));
    bench.environment.put("TOKEN", "second-secret");
    caller.call(ToolBench.request(ToolBench.idempotent()));

    assertThat(server.seen())
        .extracting(seen -> seen.header("Authorization"))
        .containsExactly("Bearer first-secret", "Bearer second-secret");
  }

  @Test
  void failsWithoutAnAttemptWhereASecretIsMissing() throws Exception {
    ToolServer server = bench.server(ToolBench.GOOD);

    Handled handled = bench.call(bench.withToken(server), ToolBench.idempotent());

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Failed.class, failed -> assertThat(failed.error()).contains("env:TOKEN"));
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void repeatsNoSecretInItsErrors() throws Exception {
    bench.environment.put("TOKEN", "very-secret");
    ToolServer server =
        bench.server(
            ToolServer.answering(
                401, "application/problem+json", "{\"detail\":\"bad token very-secret\"}"));

    Handled handled = bench.call(bench.withToken(server), ToolBench.idempotent());

    assertThat(handled.reply().toString()).contains("bad token ***").doesNotContain("very-secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"very\nsecret", "sécret", "秘密 secret"})
  void refusesAValueThatServersWouldReadDifferentlyAndDoesNotQuoteIt(String secret)
      throws Exception {
    bench.environment.put("TOKEN", secret);
    ToolServer server = bench.server(ToolBench.GOOD);

    Handled handled = bench.call(bench.withToken(server), ToolBench.idempotent());

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed ->
                assertThat(failed.error())
                    .isEqualTo(
                        "header Authorization can't be sent: expected visible ASCII characters,"
                            + " spaces and tabs in its value"));
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void leavesAToolAloneThatKeepsFailing() throws Exception {
    ToolServer server = bench.server(ToolServer.json(500, ""));
    CallTool caller = bench.caller(Bindings.of(Map.of(), server.uri()), ToolBench.limits());
    caller.call(ToolBench.request(ToolBench.idempotent()));

    Handled second = caller.call(ToolBench.request(ToolBench.idempotent()));
    Handled third = caller.call(ToolBench.request(ToolBench.once()));

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
        bench.server(
            http -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              both.countDown();
              both.await();
              now.decrementAndGet();
              ToolBench.GOOD.answer(http);
            });
    CallTool caller = bench.caller(Bindings.of(Map.of(), server.uri()), ToolBench.limits());

    List<Future<Handled>> calls = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        calls.add(threads.submit(() -> caller.call(ToolBench.request(ToolBench.patient()))));
      }
    }

    for (Future<Handled> call : calls) {
      assertThat(call.get().reply()).isInstanceOf(Reply.Succeeded.class);
    }
    assertThat(most).hasValue(2);
  }
}
