package dev.workflowexecutor.executor.advance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.workflowexecutor.executor.Definition;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvanceTest {

  private static final Workflow OUTAGES = Definition.outages();
  private static final String OUTAGE = "{\"status\":\"outage\",\"eta\":\"6 PM\"}";
  private static final String NO_OUTAGE = "{\"status\":\"none\"}";

  private final Advanced started = Advance.start(OUTAGES, Given.execute(OUTAGES));

  @Test
  void callsTheFirstStepWithItsInputAndContract() {
    assertThat(started.result()).isEmpty();
    assertThat(started.calls())
        .containsExactly(
            new Call(
                Call.idOf("decision-1", "outage"),
                Given.TURN,
                "decision-1",
                "decision-1",
                WorkflowVersion.of(OUTAGES),
                "outage",
                "network.findOutage",
                "{\"region\":\"west\"}",
                true,
                Duration.ofSeconds(2),
                Given.DECIDED));
  }

  @Test
  void endsWithTheFirstOutcomeThatHolds() {
    Result result = resultOf(started, Given.succeeded(started, OUTAGE));

    assertThat(result.status()).isEqualTo(Status.RESOLVED);
    assertThat(result.message()).isEqualTo("There is an outage in west until 6 PM.");
    assertThat(result.data())
        .containsExactly(
            entry("eta", new Datum.Text("6 PM")),
            entry("known", new Datum.Flag(true)),
            entry("region", new Datum.Text("west")));
    assertThat(result.completedAt()).isEqualTo(Given.REPLIED);
    assertThat(result.causeId()).isEqualTo(Reply.idOf(Given.awaited(started).callId()));
    assertThat(result.resultId()).isEqualTo(Result.idOf("decision-1"));
  }

  @Test
  void skipsAStepWhoseConditionDoesNotHold() {
    Advanced next = Advance.on(OUTAGES, started.next(), Given.succeeded(started, NO_OUTAGE));

    assertThat(next.calls()).extracting(Call::step).containsExactly("reset");
    assertThat(next.calls()).extracting(Call::idempotent).containsExactly(false);
    assertThat(next.calls())
        .extracting(Call::causeId)
        .containsExactly(Reply.idOf(Given.awaited(started).callId()));
    assertThat(next.calls()).extracting(Call::requestedAt).containsExactly(Given.REPLIED);
  }

  @Test
  void goesOnWithoutTheStepsOutputWhereFailureMayContinue() {
    Advanced next = Advance.on(OUTAGES, started.next(), Given.failed(started));

    assertThat(next.calls()).extracting(Call::step).containsExactly("ticket");
  }

  @Test
  void failsWhereFailureMustFail() {
    Advanced reset = Advance.on(OUTAGES, started.next(), Given.succeeded(started, NO_OUTAGE));

    Result result = resultOf(reset, Given.failed(reset));

    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.message()).doesNotContain("10.0.0.1").doesNotContain("network");
  }

  @Test
  void escalatesPolitelyWhereFailureSaysNothingElse() {
    Advanced ticket = Advance.on(OUTAGES, started.next(), Given.failed(started));

    Result result = resultOf(ticket, Given.failed(ticket));

    assertThat(result.status()).isEqualTo(Status.ESCALATED);
    assertThat(result.message()).contains("a person will take over").doesNotContain("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html>",
        "{\"status\":\"maybe\"}",
        "{\"eta\":\"6 PM\"}",
        "{\"status\":\"none\",\"minutes\":1.5}"
      })
  void takesAnOutputThatDoesNotFitTheContractForAFailure(String output) {
    Advanced next = Advance.on(OUTAGES, started.next(), Given.succeeded(started, output));

    assertThat(next.calls()).extracting(Call::step).containsExactly("ticket");
  }

  @Test
  void takesAnOutputThatIsTooLargeToKeepForAFailure() {
    String huge = "{\"status\":\"outage\",\"eta\":\"" + "x".repeat(150_000) + "\"}";

    Advanced next = Advance.on(OUTAGES, started.next(), Given.succeeded(started, huge));

    assertThat(next.calls()).extracting(Call::step).containsExactly("ticket");
  }

  @Test
  void escalatesWhenAnOutcomeCannotBeSaid() {
    Result result = resultOf(started, Given.succeeded(started, "{\"status\":\"outage\"}"));

    assertThat(result.status()).isEqualTo(Status.ESCALATED);
    assertThat(result.message()).contains("a person will take over");
  }

  @Test
  void keepsNumbersAndTruthsAsData() {
    Advanced ticket = Advance.on(OUTAGES, started.next(), Given.failed(started));
    Result result = resultOf(ticket, Given.succeeded(ticket, "{\"ticket\":\"T-1\",\"score\":2}"));

    assertThat(result.data())
        .containsExactly(
            entry("ticket", new Datum.Text("T-1")), entry("score", new Datum.Decimal(2)));
  }

  @Test
  void putsTheNoticeBeforeTheMessage() {
    Advanced noticed =
        Advance.start(OUTAGES, Given.execute(OUTAGES, Optional.of("Your old ticket had ended.")));

    assertThat(resultOf(noticed, Given.succeeded(noticed, OUTAGE)).message())
        .isEqualTo("Your old ticket had ended. There is an outage in west until 6 PM.");
  }

  @Test
  void ignoresAReplyThatNobodyWaitsFor() {
    Reply stray = new Reply.Failed("reply", "another call", Given.REPLIED, "?");

    assertThat(Advance.on(OUTAGES, started.next(), stray))
        .isEqualTo(new Advanced(started.next(), List.of(), Optional.empty()));
  }

  @Test
  void ignoresARepeatedReply() {
    Reply reply = Given.succeeded(started, OUTAGE);
    Execution completed = Advance.on(OUTAGES, started.next(), reply).next();

    assertThat(Advance.on(OUTAGES, completed, reply))
        .isEqualTo(new Advanced(completed, List.of(), Optional.empty()));
  }

  @Test
  void runsNothingWithAnotherDefinitionThanTheDecisions() {
    Workflow other = Definition.of(Definition.OUTAGES.replace("Explains", "Tells of"));

    Advanced refused = Advance.start(other, Given.execute(OUTAGES));

    assertThat(refused.calls()).isEmpty();
    assertThat(refused.result().orElseThrow().status()).isEqualTo(Status.FAILED);
    assertThat(refused.next()).isEqualTo(new Execution.Completed("decision-1"));
  }

  @Test
  void carriesNothingOnWithAnotherDefinitionThanTheDecisions() {
    Workflow other = Definition.of(Definition.OUTAGES.replace("Explains", "Tells of"));

    Advanced refused = Advance.on(other, started.next(), Given.succeeded(started, NO_OUTAGE));

    assertThat(refused.calls()).isEmpty();
    assertThat(refused.result().orElseThrow().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void tellsTheOpenQuestion() {
    Question question = new Question("Where?", "region", List.of("west", "east"));

    Result result =
        Advance.tell(
            new Decision.Clarify(
                "decision-1", Given.TURN, Given.DECIDED, Optional.of("Hi."), "Where?", question));

    assertThat(result)
        .isEqualTo(
            new Result(
                Result.idOf("decision-1"),
                Given.TURN,
                "decision-1",
                Status.NEEDS_INFO,
                "Hi. Where?",
                Map.of(),
                Optional.of(question),
                Given.DECIDED));
  }

  @ParameterizedTest
  @EnumSource(names = {"ESCALATED", "REJECTED", "CANCELLED", "EXPIRED"})
  void tellsHowATurnEndsWithoutAStep(Status status) {
    Result result =
        Advance.tell(
            new Decision.End(
                "decision-1", Given.TURN, Given.DECIDED, Optional.empty(), "So be it.", status));

    assertThat(result.status()).isEqualTo(status);
    assertThat(result.message()).isEqualTo("So be it.");
    assertThat(result.question()).isEmpty();
  }

  private static Result resultOf(Advanced before, Reply reply) {
    return Advance.on(OUTAGES, before.next(), reply).result().orElseThrow();
  }
}
