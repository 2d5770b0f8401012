package dev.workflowexecutor.executor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ReplyStatus;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.executor.Definition;
import dev.workflowexecutor.workflow.Workflow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** The invariants of the design that the engine must keep, by their numbers. */
class InvariantsTest {

  private static final Workflow OUTAGES = Definition.outages();

  @Test
  void invariant10TheSameRecordedEventsGiveTheSameCallsAndOutcomesByteForByte() {
    assertThat(recorded()).isEqualTo(recorded()).hasSize(6);
  }

  @Test
  void invariant11EveryTurnGetsExactlyOneOutcomeAlsoWhenRecordsAreRepeatedOrBroken() {
    List<String> problems = new ArrayList<>();
    try (EngineDriver engine = engine()) {
      for (int round = 0; round < 2; round++) {
        engine.decide(Decisions.execute(OUTAGES, 1).build());
        engine.decide(Decisions.execute(OUTAGES, 2).setWorkflowHash("another").build());
        engine.decide(Decisions.execute(OUTAGES, 3).setWorkflowVersion(9).build());
        engine.decide(Decisions.execute(OUTAGES, 4).setWorkflow(null).build());
        engine.decide(Decisions.of(DecisionKind.ESCALATE, 5).build());
        for (ToolCall call : engine.calls()) {
          engine.reply(failed(call));
          engine.reply(failed(call));
        }
        for (ToolCall call : engine.calls()) {
          engine.reply(failed(call));
        }
        engine.results().stream().map(ExecutionResult::getProblemId).forEach(problems::add);
      }
    }

    assertThat(problems)
        .containsExactlyInAnyOrder("problem-1", "problem-2", "problem-3", "problem-4", "problem-5");
  }

  @Test
  void invariant12ARepeatedDecisionOrReplyRepeatsNoCall() {
    try (EngineDriver engine = engine()) {
      List<ToolCall> calls = new ArrayList<>();
      engine.decide(Decisions.execute(OUTAGES, 1).build());
      engine.decide(Decisions.execute(OUTAGES, 1).build());
      calls.addAll(engine.calls());
      ToolReply none = succeeded(calls.getFirst(), "{\"status\":\"none\"}");
      engine.reply(none);
      engine.reply(none);
      engine.decide(Decisions.execute(OUTAGES, 1).build());
      calls.addAll(engine.calls());
      ToolReply done = succeeded(calls.getLast(), "{\"done\":true}");
      engine.reply(done);
      engine.reply(none);
      engine.reply(done);
      engine.decide(Decisions.execute(OUTAGES, 1).build());
      calls.addAll(engine.calls());

      assertThat(calls).extracting(ToolCall::getStep).containsExactly("outage", "reset");
      assertThat(calls).extracting(ToolCall::getCallId).doesNotHaveDuplicates();
      assertThat(engine.results()).hasSize(1);
    }
  }

  @Test
  void invariant12ASideEffectCarriesTheSameIdempotencyKeyInEveryReplay() {
    assertThat(callIds()).isEqualTo(callIds()).isNotEmpty();
  }

  private static List<String> callIds() {
    try (EngineDriver engine = engine()) {
      engine.decide(Decisions.execute(OUTAGES, 1).build());
      return engine.calls().stream().map(ToolCall::getCallId).toList();
    }
  }

  /** Keys, values, headers and times of everything that a run puts out. */
  private static List<String> recorded() {
    try (EngineDriver engine = engine()) {
      List<TestRecord<String, byte[]>> records = new ArrayList<>();
      engine.decide(Decisions.execute(OUTAGES, 1).build());
      engine.decide(Decisions.execute(OUTAGES, 2).setNotice("Hello again.").build());
      engine.decide(Decisions.of(DecisionKind.REJECT, 3).build());
      List<ToolCall> calls = engine.calls();
      engine.reply(succeeded(calls.get(0), "{\"status\":\"outage\",\"eta\":\"6 PM\"}"));
      engine.reply(failed(calls.get(1)));
      records.addAll(engine.rawCalls());
      records.addAll(engine.rawResults());
      engine.decide(Decisions.execute(OUTAGES, 4).build());
      records.addAll(engine.rawCalls());
      engine.decide(Decisions.execute(OUTAGES, 5).build());
      records.addAll(engine.rawCalls());
      engine.decide(Decisions.of(DecisionKind.EXPIRE, 6).build());
      records.addAll(engine.rawResults());
      return records.stream().map(InvariantsTest::print).toList();
    }
  }

  private static String print(TestRecord<String, byte[]> record) {
    return record.key()
        + " "
        + record.timestamp()
        + " "
        + Arrays.toString(record.value())
        + " "
        + record.headers();
  }

  private static ToolReply succeeded(ToolCall call, String output) {
    return EngineDriver.reply(call).setOutput(output).build();
  }

  private static ToolReply failed(ToolCall call) {
    return EngineDriver.reply(call).setStatus(ReplyStatus.FAILED).setError("gave up").build();
  }

  private static EngineDriver engine() {
    return new EngineDriver(
        (workflow, version) ->
            OUTAGES.name().equals(workflow) && OUTAGES.version() == version
                ? Optional.of(OUTAGES)
                : Optional.empty());
  }
}
