package dev.workflowexecutor.executor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.OutcomeStatus;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.executor.Definition;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of records that can't be processed. */
class RefusedRecordsTest {

  private static final Workflow OUTAGES = Definition.outages();

  private EngineDriver engine =
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
  void failsHonestlyWhereTheDefinitionIsUnknown() {
    engine.decide(Decisions.execute(OUTAGES, 1).setWorkflowVersion(2).build());

    assertThat(engine.results())
        .extracting(ExecutionResult::getStatus)
        .containsExactly(OutcomeStatus.FAILED);
  }

  @Test
  void failsHonestlyWhereTheDefinitionIsAnother() {
    engine.decide(Decisions.execute(OUTAGES, 1).setWorkflowHash("0".repeat(64)).build());

    assertThat(engine.calls()).isEmpty();
    assertThat(engine.results())
        .extracting(ExecutionResult::getStatus)
        .containsExactly(OutcomeStatus.FAILED);
  }

  @Test
  void failsHonestlyWhereADecisionBreaksItsContractAndKeepsItAsDeadLetter() {
    engine.decide(Decisions.execute(OUTAGES, 1).setIntent(null).build());
    engine.decide(Decisions.of(DecisionKind.CLARIFY, 2).build());
    engine.decide(Decisions.of(DecisionKind.REJECT, 3).setMessage(" ").build());
    engine.decide(Decisions.of(DecisionKind.CANCEL, 4).build());

    assertThat(engine.results())
        .extracting(ExecutionResult::getProblemId, ExecutionResult::getStatus)
        .containsExactly(
            tuple("problem-1", OutcomeStatus.FAILED),
            tuple("problem-2", OutcomeStatus.FAILED),
            tuple("problem-3", OutcomeStatus.FAILED),
            tuple("problem-4", OutcomeStatus.CANCELLED));
    assertThat(engine.deadLetters(Topic.DECISIONS_VALIDATED))
        .hasSize(3)
        .allSatisfy(
            letter -> {
              assertThat(header(letter.headers(), "dlq_reason")).isEqualTo("BROKEN_CONTRACT");
              assertThat(header(letter.headers(), "dlq_service")).isEqualTo("executor-service");
            });
  }

  @Test
  void keepsADecisionUnderAnotherKeyAsDeadLetterOnly() {
    engine.decide("other", Decisions.of(DecisionKind.CANCEL, 1).build());

    assertThat(engine.results()).isEmpty();
    assertThat(engine.deadLetters(Topic.DECISIONS_VALIDATED)).hasSize(1);
  }

  @Test
  void keepsAnUnreadableDecisionAsDeadLetterAndGoesOn() {
    engine.decideRaw("ticket-1", "not avro".getBytes(StandardCharsets.UTF_8));
    engine.decideRaw("ticket-1", null);
    engine.decide(Decisions.of(DecisionKind.CANCEL, 1).build());

    assertThat(engine.results()).hasSize(1);
    assertThat(engine.deadLetters(Topic.DECISIONS_VALIDATED))
        .extracting(letter -> header(letter.headers(), "dlq_reason"))
        .containsExactly("NOT_WIRE_FORMAT", "BROKEN_CONTRACT");
  }

  @Test
  void failsHonestlyWhereAReplyBreaksItsContract() {
    engine.decide(Decisions.execute(OUTAGES, 1).build());
    ToolCall call = engine.calls().getFirst();

    engine.reply(EngineDriver.reply(call).setOutput(null).build());

    assertThat(engine.results())
        .extracting(ExecutionResult::getStatus)
        .containsExactly(OutcomeStatus.FAILED);
    assertThat(engine.deadLetters(Topic.TOOLS_REPLIES)).hasSize(1);
  }

  @Test
  void givesAnOutcomeThatKeepsItsContractWhereTheTimesOfADecisionAreAbsurd() {
    Instant absurd = Instant.ofEpochMilli(Long.MAX_VALUE);
    engine.decide(
        Decisions.of(DecisionKind.CANCEL, 1).setSubmittedAt(absurd).setDecidedAt(absurd).build());

    assertThat(engine.results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.getStatus()).isEqualTo(OutcomeStatus.FAILED);
              assertThat(Contracts.RESULT.check("ticket-1", result))
                  .isInstanceOf(Verdict.Kept.class);
            });
    assertThat(engine.deadLetters(Topic.DECISIONS_VALIDATED)).hasSize(1);
  }

  @Test
  void failsHonestlyWhereAReplyTellsOnlyWhichCallItAnswers() {
    engine.decide(Decisions.execute(OUTAGES, 1).build());
    ToolCall call = engine.calls().getFirst();

    engine.reply(EngineDriver.reply(call).setOutput("{}").setProblemId(" ").setReplyId("").build());

    assertThat(engine.results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.getStatus()).isEqualTo(OutcomeStatus.FAILED);
              assertThat(result.getProblemId()).isEqualTo("problem-1");
              assertThat(result.getCauseId()).isNotBlank();
            });
    assertThat(engine.deadLetters(Topic.TOOLS_REPLIES)).hasSize(1);
  }

  @Test
  void keepsAReplyThatNobodyAwaitsAndThatBreaksItsContractAsDeadLetterOnly() {
    engine.decide(Decisions.execute(OUTAGES, 1).build());
    ToolCall call = engine.calls().getFirst();

    engine.reply(EngineDriver.reply(call).setCallId("other").setAttempts(-1).build());

    assertThat(engine.results()).isEmpty();
    assertThat(engine.deadLetters(Topic.TOOLS_REPLIES)).hasSize(1);
  }

  @Test
  void endsATurnOnceThoughItsBrokenDecisionIsRepeated() {
    engine.decide(Decisions.execute(OUTAGES, 1).setIntent(null).build());
    engine.decide(Decisions.execute(OUTAGES, 1).setIntent(null).build());

    assertThat(engine.results()).hasSize(1);
    assertThat(engine.deadLetters(Topic.DECISIONS_VALIDATED)).hasSize(2);
  }

  @Test
  void failsHonestlyWhereTheStepItselfBreaks() {
    engine.close();
    engine =
        new EngineDriver(
            (workflow, version) -> {
              throw new StepFailedException(new IllegalStateException("broken"));
            });

    engine.decide(Decisions.execute(OUTAGES, 1).build());
    engine.decide(Decisions.of(DecisionKind.CANCEL, 2).build());

    assertThat(engine.results())
        .extracting(ExecutionResult::getStatus)
        .containsExactly(OutcomeStatus.FAILED, OutcomeStatus.CANCELLED);
    assertThat(engine.deadLetters(Topic.DECISIONS_VALIDATED))
        .extracting(letter -> header(letter.headers(), "dlq_reason"))
        .containsExactly("STEP_FAILED");
  }

  private static String header(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
