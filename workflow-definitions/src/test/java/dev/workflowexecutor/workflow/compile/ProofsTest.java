package dev.workflowexecutor.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.workflow.Packs;
import dev.workflowexecutor.workflow.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dead rules, open cases and values that may be absent, as findings. */
class ProofsTest {

  private static final String HEAD =
      """
      workflow: w
      version: 1
      description: d
      intents:
        a: { examples: [x] }
        b: { examples: [y] }
      facts:
        kind: { type: choice, choices: [x, y], required: true, ask: "Which kind?" }
        color: { type: choice, choices: [red, green], ask: "Which color?" }
        vip: { type: boolean, required: true, ask: "Are you?" }
        age: { type: integer, required: true, ask: "How old?" }
        note: { type: text }
      decide:
      """;
  private static final String TAIL =
      """
      outcomes:
        - { otherwise: true, resolved: done }
      """;

  private static List<String> rules(String... conditions) {
    StringBuilder yaml = new StringBuilder(HEAD);
    for (int i = 0; i < conditions.length; i++) {
      String when =
          conditions[i].equals("otherwise") ? "otherwise: true" : "when: \"" + conditions[i] + "\"";
      yaml.append("  - rule: r").append(i).append("\n    ").append(when).append('\n');
      yaml.append("    execute: true\n");
    }
    return Packs.findings(Map.of("w.yaml", yaml + TAIL)).stream().map(Finding::toString).toList();
  }

  @Test
  void acceptsRulesThatCoverAllValuesOfARequiredChoice() {
    assertThat(rules("facts.kind == 'x'", "facts.kind != 'x'")).isEmpty();
    assertThat(rules("facts.kind == 'x'", "facts.kind == 'y'")).isEmpty();
    assertThat(rules("facts.kind in ['x']", "!(facts.kind in ['x'])")).isEmpty();
    assertThat(rules("facts.kind == 'x' && facts.vip", "facts.kind == 'y'", "!facts.vip"))
        .isEmpty();
    assertThat(rules("has(facts.kind)")).isEmpty();
  }

  @Test
  void acceptsRulesThatCoverIntentsNumbersAndFreeBooleans() {
    assertThat(rules("intent == 'a'", "intent == 'b'")).isEmpty();
    assertThat(rules("facts.age < 18", "facts.age >= 18")).isEmpty();
    assertThat(rules("facts.age <= 17", "facts.age == 18", "facts.age > 18")).isEmpty();
    assertThat(rules("text.mentions('x')", "!text.mentions('x')")).isEmpty();
    assertThat(rules("size(text) > 5 || facts.vip", "!(size(text) > 5)", "facts.vip == false"))
        .hasSize(1);
  }

  @Test
  void reportsAnOpenCaseWithAnExample() {
    assertThat(rules("facts.kind == 'x'"))
        .containsExactly(
            "w.yaml:14:3: error: expected 'decide' that cover every case, found none for the case"
                + " that facts.kind is 'y'; end with 'otherwise: true'");
    assertThat(rules("facts.color == 'red'", "facts.color == 'green'"))
        .singleElement()
        .asString()
        .contains("the case that facts.color is absent");
    assertThat(rules("facts.age < 18", "facts.age > 18")).singleElement().asString().contains("18");
    assertThat(rules("1 / facts.age > 0", "!(1 / facts.age > 0)")).hasSize(1);
  }

  @Test
  void takesAConditionOnSomethingAbsentForOneThatDoesNotHold() {
    assertThat(rules("facts.color != 'red'", "facts.color == 'red'")).hasSize(1);
    assertThat(rules("!has(facts.color)", "facts.color != 'red'", "facts.color == 'red'"))
        .isEmpty();
    assertThat(rules("!has(facts.color) || facts.color == 'red'", "facts.color == 'green'"))
        .isEmpty();
  }

  @Test
  void reportsDeadRules() {
    assertThat(rules("facts.vip", "facts.vip && text.mentions('a')", "otherwise"))
        .containsExactly(
            "w.yaml:18:11: error: expected a case for this one, found none: those before it take"
                + " every case; it is never chosen: remove it, move it up or correct it");
    assertThat(rules("otherwise", "facts.vip"))
        .singleElement()
        .asString()
        .contains(":18:11: error");
    assertThat(rules("facts.kind == 'x' && facts.kind == 'y'", "otherwise")).hasSize(1);
    assertThat(rules("facts.age > 18", "facts.age > 20", "otherwise")).hasSize(1);
    assertThat(rules("!has(facts.kind)", "otherwise")).hasSize(1);
  }

  @Test
  void warnsOfALastResortThatIsNeverNeeded() {
    assertThat(rules("has(facts.kind)", "otherwise"))
        .singleElement()
        .asString()
        .startsWith("w.yaml:18:16: warning: expected a case for this one");
  }

  @Test
  void warnsOfAQuestionThatItsAnswerDoesNotEnd() {
    String rule =
        "  - { rule: r, when: %s, ask: color }\n  - { rule: s, otherwise: true, execute: true }\n";

    assertThat(findings(rule.formatted("facts.vip")))
        .singleElement()
        .asString()
        .startsWith("w.yaml:14:22: warning: expected a condition that holds only while the fact");
    assertThat(findings(rule.formatted("facts.vip && !has(facts.color)"))).isEmpty();
  }

  @Test
  void warnsOfAMessageThatMayReadSomethingAbsent() {
    String rule = "  - { rule: r, otherwise: true, reject: \"%s\" }\n";

    assertThat(findings(rule.formatted("Hi {facts.color}")))
        .anyMatch(text -> text.startsWith("w.yaml:14:46: warning: expected a value that is there"));
    assertThat(findings(rule.formatted("Hi {has(facts.color) ? facts.color : 'x'}"))).isEmpty();
    assertThat(findings(rule.formatted("Hi {facts.kind}"))).isEmpty();
  }

  private static List<String> findings(String rules) {
    return Packs.findings(Map.of("w.yaml", HEAD + rules + TAIL)).stream()
        .map(Finding::toString)
        .toList();
  }

  @Test
  void asksForALastResortWhereThereAreTooManyCases() {
    StringBuilder all = new StringBuilder("true");
    for (int i = 0; i < 40; i++) {
      all.append(" && (text.mentions('a").append(i).append("') || !text.mentions('b");
      all.append(i).append("'))");
    }

    assertThat(rules(all.toString(), "!(" + all + ")"))
        .singleElement()
        .asString()
        .contains("more cases than can be gone through");
    assertThat(rules(all.toString(), "otherwise")).isEmpty();
  }

  @Test
  void knowsThatAStepHasRunWhenItsConditionHeld() {
    assertThat(
            Packs.findingsWith(
                "  - otherwise: true\n    escalated: \"No",
                "  - when: steps.congestion.status == 'clear'\n    escalated: \"No"))
        .noneMatch(text -> text.contains("error"))
        .noneMatch(text -> text.contains("steps.congestion"));
  }

  @Test
  void knowsThatAStepMayHaveFailedWhereTheExecutionGoesOn() {
    assertThat(
            Packs.findingsWith(
                "  - step: congestion\n", "    on-failure: continue\n  - step: congestion\n"))
        .anyMatch(
            text ->
                text.contains(
                    "warning: expected an output that is there, found steps.outage.status"));
  }

  @Test
  void warnsOfInferencesAndStepsThatNeverHappen() {
    assertThat(Packs.findingsWith("when: steps.outage.status == 'none'", "when: \"false\""))
        .anyMatch(
            text -> text.startsWith("network.yaml:36:11: warning: expected a condition that"));
  }
}
