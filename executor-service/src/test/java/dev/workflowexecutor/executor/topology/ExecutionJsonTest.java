package dev.workflowexecutor.executor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.executor.advance.Call;
import dev.workflowexecutor.executor.advance.Decision;
import dev.workflowexecutor.executor.advance.Execution;
import dev.workflowexecutor.executor.advance.Turn;
import dev.workflowexecutor.executor.advance.WorkflowVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionJsonTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.120Z");

  @Test
  void readsACompletedExecutionAsItWasWritten() {
    Execution completed = new Execution.Completed("decision-1");

    assertThat(roundTrip(completed)).isEqualTo(completed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Welcome \"back\" {}, \u092e\u0941\u0902\u092c\u0908."})
  void readsARunningExecutionAsItWasWritten(String notice) {
    Execution.Running running = running(Optional.of(notice).filter(text -> !text.isEmpty()));

    Execution read = roundTrip(running);

    assertThat(read).isEqualTo(running);
    assertThat(((Execution.Running) read).outputs().keySet()).containsExactly("z", "a");
  }

  private static Execution roundTrip(Execution execution) {
    Serde<Execution> serde = ExecutionJson.serde();
    byte[] bytes = serde.serializer().serialize("store", execution);
    return serde.deserializer().deserialize("store", bytes);
  }

  private static Execution.Running running(Optional<String> notice) {
    Turn turn = new Turn("ticket-1", "problem-1", AT);
    WorkflowVersion workflow = new WorkflowVersion("outages", 3, "hash");
    Map<String, String> outputs = new LinkedHashMap<>();
    List.of("z", "a").forEach(step -> outputs.put(step, "{\"x\":1}"));
    Decision.Execute decision =
        new Decision.Execute(
            "decision-1",
            turn,
            AT,
            notice,
            workflow,
            "no_signal",
            "kein Empfang \u2013 \"nichts\"",
            new TreeMap<>(Map.of("region", "west")));
    Call call =
        new Call(
            "call-1",
            turn,
            "reply-0",
            "decision-1",
            workflow,
            "outage",
            "network.findOutage",
            "{}",
            true,
            Duration.ofMillis(1500),
            AT);
    return new Execution.Running(decision, outputs, call);
  }
}
