package dev.workflowexecutor.decision.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Workflow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulingTest {

  @Test
  void hasAPersonTakeOverWhereARuleCannotBeEvaluated() {
    Talk talk = new Talk(Catalog.of(List.of(counting("type: integer", "100 / facts.count > 5"))));

    Decision decision = talk.decide(count("p1", "0"));

    assertThat(decision.verdict().kind()).isEqualTo(Verdict.Kind.ESCALATE);
    assertThat(decision.verdict().reason()).isEqualTo(Reason.EVALUATION_FAILED);
    assertThat(decision.facts()).extracting(DecidedFact::value).containsExactly("0");
  }

  @Test
  void takesTheFirstRuleThatHolds() {
    Talk talk = new Talk(Catalog.of(List.of(counting("type: integer", "100 / facts.count > 5"))));

    assertThat(talk.decide(count("p1", "3")).verdict().rule()).contains("many");
    assertThat(talk.decide(count("p2", "50")).verdict().rule()).contains("few");
  }

  @Test
  void hasAPersonTakeOverWhereTheBoundVersionIsGone() {
    Talk talk = new Talk(Catalog.of(List.of(counting("type: integer", "facts.count > 5"))));
    talk.decide(Said.text("p1", "count them").naming("counting"));
    talk.publish(Packs.catalog());

    Decision decision = talk.decide(Said.text("p2", "7"));

    assertThat(decision.verdict().kind()).isEqualTo(Verdict.Kind.ESCALATE);
    assertThat(decision.verdict().reason()).isEqualTo(Reason.EVALUATION_FAILED);
    assertThat(decision.workflow().orElseThrow().workflow()).isEqualTo("counting-things");
  }

  @Test
  void asksNoMoreOftenThanTheWorkflowSays() {
    Talk talk = new Talk(Catalog.of(List.of(counting("type: integer", "facts.count > 5"))));
    talk.decide(Said.text("p1", "count them").naming("counting"));

    assertThat(talk.decide(Said.text("p2", "hm")).verdict().reason())
        .isEqualTo(Reason.ASKED_TOO_OFTEN);
  }

  @Test
  void showsNoMoreChoicesThanAPersonWouldRead() {
    String values =
        IntStream.range(0, 11).mapToObj(it -> "v" + it).collect(Collectors.joining(", "));
    Talk talk =
        new Talk(
            Catalog.of(
                List.of(
                    counting("type: choice, choices: [" + values + "]", "facts.count == 'v1'"))));

    Decision decision = talk.decide(Said.text("p1", "count them").naming("counting"));

    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Clarify.class, it -> assertThat(it.question().choices()).isEmpty());
  }

  @Test
  void takesAWholeMessageForAnIdentifierUnlessItNamesAProblem() {
    Workflow byCode = counting("type: identifier, pattern: '[A-Z0-9]+'", "facts.count == 'AB12'");
    Said opening = Said.text("p1", "count them").naming("counting");
    Talk answering = new Talk(Catalog.of(List.of(byCode)));
    Talk repeating = new Talk(Catalog.of(List.of(byCode)));
    answering.decide(opening);
    repeating.decide(opening);

    assertThat(answering.decide(Said.text("p2", "ab 12")).verdict().rule()).contains("many");
    assertThat(
            repeating
                .decide(Said.text("p2", "count them now").naming("counting"))
                .verdict()
                .reason())
        .isEqualTo(Reason.ASKED_TOO_OFTEN);
  }

  private static Said count(String problemId, String value) {
    return Said.text(problemId, "count " + value)
        .naming("counting")
        .with("counting-things", "count", value, value);
  }

  private static Workflow counting(String type, String condition) {
    return Packs.workflow(
        """
        workflow: counting-things
        version: 1
        description: Counts things.
        intents:
          counting:
            description: Something is to be counted.
            examples: [count them, how many are there]
        facts:
          count: { %s, required: true, ask: "How many?" }
        decide:
          - rule: many
            when: "%s"
            reject: "Too many."
          - rule: few
            otherwise: true
            execute: true
        steps:
          - step: check
            call: device.check
            with: { symptom: text }
        outcomes:
          - otherwise: true
            resolved: "Counted."
        limits: { asks: 1, expires: 24h }
        """
            .formatted(type, condition));
  }
}
