package dev.workflowexecutor.executor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.OutcomeStatus;
import dev.workflowexecutor.events.ReplyStatus;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.executor.Definition;
import dev.workflowexecutor.executor.advance.Call;
import dev.workflowexecutor.executor.advance.Execution;
import dev.workflowexecutor.executor.advance.Result;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionTopologyTest {

  private static final Workflow OUTAGES = Definition.outages();
  private static final String OUTAGE = "{\"status\":\"outage\",\"eta\":\"6 PM\"}";

  private final EngineDriver engine =
      new EngineDriver(
          (workflow, version) ->
              OUTAGES.name().equals(workflow) && OUTAGES.version() == version
                  ? Optional.of(OUTAGES)
                  : Optional.empty());

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void recordsTheCallBeforeItIsAttempted() {
    engine.decide(Decisions.execute(OUTAGES, 1).build());

    ToolCall call = engine.calls().getFirst();
    assertThat(call.getCallId()).isEqualTo(Call.idOf("decision-1", "outage"));
    assertThat(call.getCauseId()).isEqualTo("decision-1");
    assertThat(call.getInput()).isEqualTo("{\"region\":\"west\"}");
    assertThat(call.getTimeoutMillis()).isEqualTo(2000);
    assertThat(call.getIdempotent()).isTrue();
    assertThat(call.getRequestedAt()).isEqualTo(Instant.parse("2026-03-01T09:59:59.100Z"));
    assertThat(engine.results()).isEmpty();
  }

  @Test
  void endsTheTurnWithTheReply() {
    engine.decide(Decisions.execute(OUTAGES, 1).build());
    ToolCall call = engine.calls().getFirst();

    engine.reply(EngineDriver.reply(call).setOutput(OUTAGE).build());

    ExecutionResult result = engine.results().getFirst();
    assertThat(result.getStatus()).isEqualTo(OutcomeStatus.RESOLVED);
    assertThat(result.getMessage()).isEqualTo("There is an outage in west until 6 PM.");
    assertThat(result.getData())
        .contains(entry("eta", "6 PM"), entry("known", true), entry("region", "west"));
    assertThat(result.getResultId()).isEqualTo(Result.idOf("decision-1"));
    assertThat(result.getSubmittedAt()).isEqualTo(call.getSubmittedAt());
    assertThat(result.getCompletedAt()).isEqualTo(Instant.parse("2026-03-01T09:59:59.120Z"));
  }

  @Test
  void keysByTicketAndContinuesTheTrace() {
    engine.decide(Decisions.execute(OUTAGES, 1).build());

    var record = engine.rawCalls().getFirst();

    assertThat(record.key()).isEqualTo("ticket-1");
    assertThat(header(record.headers(), "ce_id")).isEqualTo(Call.idOf("decision-1", "outage"));
    assertThat(header(record.headers(), "ce_type"))
        .isEqualTo("dev.workflowexecutor.events.ToolCall");
    assertThat(header(record.headers(), "ce_source")).isEqualTo("executor-service");
    assertThat(header(record.headers(), "traceparent")).startsWith("00-");
  }

  @Test
  void asksTheOpenQuestion() {
    engine.decide(
        Decisions.of(DecisionKind.CLARIFY, 1)
            .setQuestion("Where?")
            .setAwaiting("region")
            .setChoices(List.of("west", "east"))
            .setMessage("Where?")
            .build());

    ExecutionResult result = engine.results().getFirst();
    assertThat(result.getStatus()).isEqualTo(OutcomeStatus.NEEDS_INFO);
    assertThat(result.getQuestion()).isEqualTo("Where?");
    assertThat(result.getAwaiting()).isEqualTo("region");
    assertThat(result.getChoices()).containsExactly("west", "east");
  }

  @ParameterizedTest
  @CsvSource({"ESCALATE,ESCALATED", "REJECT,REJECTED", "CANCEL,CANCELLED", "EXPIRE,EXPIRED"})
  void tellsWhatWasDecidedWithoutAStep(DecisionKind kind, OutcomeStatus status) {
    engine.decide(Decisions.of(kind, 1).build());

    assertThat(engine.results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.getStatus()).isEqualTo(status);
              assertThat(result.getMessage()).isEqualTo("So it is.");
            });
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void ignoresAReplyThatNobodyWaitsFor() {
    engine.decide(Decisions.execute(OUTAGES, 1).build());
    ToolCall call = engine.calls().getFirst();

    engine.reply(EngineDriver.reply(call).setDecisionId("other").setOutput(OUTAGE).build());
    engine.reply(EngineDriver.reply(call).setCallId("other").setOutput(OUTAGE).build());

    assertThat(engine.results()).isEmpty();
    assertThat(engine.told.ignored)
        .containsExactly(Topic.TOOLS_REPLIES.topicName(), Topic.TOOLS_REPLIES.topicName());
  }

  @Test
  void forgetsCompletedExecutionsAfterTheRetentionAndKeepsRunningOnes() {
    ValidatedDecision running = Decisions.execute(OUTAGES, 1).build();
    Instant begin = Instant.parse("2026-03-01T10:00:00Z");
    engine.decideAt(begin, running);
    engine.decideAt(begin, Decisions.of(DecisionKind.CANCEL, 2).build());
    assertThat(engine.remembered()).isEqualTo(2);

    engine.decideAt(
        begin.plus(EngineDriver.RETENTION).plusSeconds(7200),
        Decisions.of(DecisionKind.CANCEL, 3).build());

    assertThat(engine.remembered()).isEqualTo(2);
    engine.decideAt(begin, running);
    assertThat(engine.told.ignored).hasSize(1);
  }

  @Test
  void looksForOldExecutionsAFewAtATimeAndComesToAll() {
    Executions executions = engine.executions();
    for (String id : List.of("d-1", "d-2", "d-3", "d-4", "d-5")) {
      executions.keep(new Execution.Completed(id), 1_000);
    }

    List<Long> left = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      executions.forgetCompletedBefore(2_000, 2);
      left.add(engine.remembered());
    }

    assertThat(left).containsExactly(3L, 1L, 0L);
  }

  @Test
  void takesEachStatusForWhatItSays() {
    int number = 0;
    for (ReplyStatus status :
        List.of(ReplyStatus.REFUSED, ReplyStatus.FAILED, ReplyStatus.UNKNOWN)) {
      engine.decide(Decisions.execute(OUTAGES, ++number).build());
      ToolCall outage = engine.calls().getFirst();
      engine.reply(EngineDriver.reply(outage).setStatus(status).setError("no").build());
      ToolCall ticket = engine.calls().getFirst();
      assertThat(ticket.getTool()).isEqualTo("helpdesk.createTicket");
      engine.reply(EngineDriver.reply(ticket).setStatus(status).setError("no").build());
    }

    assertThat(engine.results())
        .extracting(ExecutionResult::getStatus)
        .containsOnly(OutcomeStatus.ESCALATED)
        .hasSize(3);
  }

  private static String header(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
