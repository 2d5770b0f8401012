package dev.workflowexecutor.decision.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.workflowexecutor.decision.decide.Told.Expected;
import dev.workflowexecutor.decision.ticket.TicketJson;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Conversations as people have them, told in {@code conversations/*.yaml}. */
class ConversationsTest {

  @TestFactory
  Stream<DynamicTest> decidesEachTurnAsTold() {
    return Stream.of("answers", "changes", "acts")
        .flatMap(name -> Told.read(name).stream())
        .map(told -> dynamicTest(told.scenario(), () -> check(told)));
  }

  private static void check(Told told) {
    List<Workflow> published = new ArrayList<>(Packs.support());
    Talk talk = new Talk(Catalog.of(published));
    int number = 0;
    for (Told.Turn turn : told.turns()) {
      number++;
      if (turn.publish()) {
        published.addAll(Packs.support2());
        talk.publish(Catalog.of(published));
      }
      Decided decided = talk.hear(turn.said(number, published).intent());
      check("turn " + number, decided, turn.expect());
      assertThat(TicketJson.read(TicketJson.write(talk.ticket()))).isEqualTo(talk.ticket());
    }
  }

  private static void check(String turn, Decided decided, Expected expected) {
    switch (decided) {
      case Decided.Duplicate _ -> assertThat(expected.duplicate()).as(turn).isTrue();
      case Decided.Next(var _, var decision) -> {
        assertThat(expected.duplicate()).as(turn).isFalse();
        expected.fields().forEach((key, value) -> check(turn + " " + key, decision, key, value));
      }
    }
  }

  private static void check(String what, Decision decision, String key, Object expected) {
    Verdict verdict = decision.verdict();
    var question = verdict instanceof Verdict.Clarify(var _, var _, var asked) ? asked : null;
    switch (key) {
      case "kind" -> assertThat(verdict.kind()).as(what).hasToString(expected.toString());
      case "reason" -> assertThat(verdict.reason()).as(what).hasToString(expected.toString());
      case "rule" -> assertThat(verdict.rule()).as(what).hasValue(expected.toString());
      case "intent" -> assertThat(decision.intent()).as(what).hasValue(expected.toString());
      case "turn" -> assertThat(decision.turn()).as(what).isEqualTo(expected);
      case "message" -> assertThat(verdict.message()).as(what).contains(expected.toString());
      case "notice" -> assertThat(decision.notice().orElse("")).as(what).contains(text(expected));
      case "asks" -> assertThat(question).as(what).extracting("fact").isEqualTo(expected);
      case "question" -> assertThat(question).as(what).extracting("text").isEqualTo(expected);
      case "choices" -> assertThat(question).as(what).extracting("choices").isEqualTo(expected);
      case "workflow" ->
          assertThat(decision.workflow().map(it -> it.workflow() + "@" + it.version()))
              .as(what)
              .hasValue(expected.toString());
      case "facts" -> assertThat(facts(decision)).as(what).isEqualTo(new TreeMap<>(map(expected)));
      default -> throw new AssertionError("expected something to check, found " + key);
    }
  }

  private static Map<String, String> facts(Decision decision) {
    Map<String, String> facts = new TreeMap<>();
    decision.facts().forEach(it -> facts.put(it.fact(), it.source() + " " + it.value()));
    return facts;
  }

  private static String text(Object value) {
    return value.toString();
  }

  private static Map<String, String> map(Object value) {
    Map<String, String> map = new TreeMap<>();
    ((Map<?, ?>) value).forEach((key, it) -> map.put(key.toString(), it.toString()));
    return map;
  }
}
