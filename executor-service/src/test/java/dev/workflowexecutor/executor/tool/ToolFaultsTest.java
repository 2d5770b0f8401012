package dev.workflowexecutor.executor.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.executor.advance.Reply;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a call when the tool is in trouble. */
class ToolFaultsTest {

  private final ToolBench bench = new ToolBench();

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void triesAnIdempotentToolAgainAfterAnError() throws Exception {
    ToolServer server = bench.server(ToolServer.json(500, "{}"), ToolBench.GOOD);

    Handled handled = bench.call(server, ToolBench.idempotent());

    assertThat(handled.reply()).isInstanceOf(Reply.Succeeded.class);
    assertThat(handled.attempts()).isEqualTo(2);
    assertThat(server.seen())
        .extracting(seen -> seen.header("Idempotency-key"))
        .containsExactly("call-1", "call-1");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 408, 425, 429})
  void givesUpOnAnIdempotentToolAfterTheLastAttempt(int status) throws Exception {
    ToolServer server = bench.server(ToolServer.json(status, ""));

    Handled handled = bench.call(server, ToolBench.idempotent());

    assertThat(handled.reply()).isInstanceOf(Reply.Failed.class);
    assertThat(handled.attempts()).isEqualTo(3);
    assertThat(bench.pauses).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 408, 425, 429})
  void neverRepeatsACallThatIsNotIdempotentAndMayHaveHappened(int status) throws Exception {
    ToolServer server = bench.server(ToolServer.json(status, ""));

    Handled handled = bench.call(server, ToolBench.once());

    assertThat(handled.reply()).isInstanceOf(Reply.Unknown.class);
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void pausesLongerBeforeEachFurtherAttempt() throws Exception {
    bench.call(bench.server(ToolServer.json(500, "")), ToolBench.idempotent());

    assertThat(bench.pauses.get(0)).isBetween(50L, 150L);
    assertThat(bench.pauses.get(1)).isBetween(100L, 300L);
  }

  @Test
  void triesAnIdempotentToolAgainThatDoesNotAnswerInTime() throws Exception {
    ToolServer[] self = new ToolServer[1];
    self[0] = bench.server(http -> self[0].hanging().answer(http), ToolBench.GOOD);

    Handled handled = bench.call(self[0], ToolBench.idempotent());

    assertThat(handled.reply()).isInstanceOf(Reply.Succeeded.class);
    assertThat(handled.attempts()).isEqualTo(2);
  }

  @Test
  void knowsNothingAboutACallThatIsNotIdempotentAndWasNotAnsweredInTime() throws Exception {
    ToolServer[] self = new ToolServer[1];
    self[0] = bench.server(http -> self[0].hanging().answer(http));

    Handled handled = bench.call(self[0], ToolBench.once());

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Unknown.class,
            unknown -> assertThat(unknown.error()).isEqualTo("no answer within 300 ms"));
    assertThat(self[0].seen()).hasSize(1);
  }

  @Test
  void cutsOffAnAnswerThatDrips() throws Exception {
    ToolServer[] self = new ToolServer[1];
    self[0] = bench.server(http -> self[0].dripping().answer(http));

    assertThat(bench.call(self[0], ToolBench.once()).reply()).isInstanceOf(Reply.Unknown.class);
    assertThat(bench.call(self[0], ToolBench.idempotent()).reply())
        .isInstanceOf(Reply.Failed.class);
  }

  @Test
  void knowsNothingAboutACallWhoseConnectionBroke() throws Exception {
    ToolServer server = bench.server(ToolServer.breaking());

    assertThat(bench.call(server, ToolBench.once()).reply()).isInstanceOf(Reply.Unknown.class);
    assertThat(server.seen()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void triesEveryToolAgainThatIsNotThere(boolean idempotent) throws Exception {
    Handled handled =
        bench.call(Bindings.of(Map.of(), ToolBench.nowhere()), ToolBench.tool(idempotent));

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("connection refused"));
    assertThat(handled.attempts()).isEqualTo(3);
  }

  @Test
  void failsWhereTheHostIsUnknown() throws Exception {
    Handled handled =
        bench.call(Bindings.of(Map.of(), URI.create("http://tools.invalid")), ToolBench.once());

    assertThat(handled.reply())
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("its host is unknown"));
  }
}
