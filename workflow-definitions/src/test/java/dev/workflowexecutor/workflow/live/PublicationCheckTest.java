package dev.workflowexecutor.workflow.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Packs;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationCheckTest {

  private static final String LIVE_TOOLS =
      """
      tools:
        line.check:
          idempotent: true
          input:
            line: { type: text }
            depth: { type: choice, choices: [quick, deep] }
            note: { type: text, optional: true }
          output:
            state: { type: choice, choices: [up, down] }
            count: { type: number }
            eta: { type: text, optional: true }
            spare: { type: text, optional: true }
      """;

  private static final Workflow LIVE = workflow("live", 1, LIVE_TOOLS);

  private static String steps(String name) {
    return name.equals("live")
        ? """
          steps:
            - step: look
              call: line.check
              with: { line: facts.line, depth: "'quick'" }
          outcomes:
            - when: steps.look.state == 'down' && has(steps.look.eta)
              resolved: "Back at {steps.look.eta}."
            - otherwise: true
              escalated: "A person will look."
          """
        : """
          steps:
            - step: check
              call: line.check
              with: { line: "'1'" %s }
          outcomes:
            - otherwise: true
              escalated: "A person will look."
          """;
  }

  private static Workflow workflow(String name, int version, String tools) {
    String more = tools.contains("depth:") ? ", depth: \"'deep'\"" : "";
    more += tools.contains("zone: { type: text }") ? ", zone: \"'a'\"" : "";
    String yaml =
        """
        workflow: %s
        version: %d
        description: A test.
        intents: { intent_of_%s: { examples: [it is broken] } }
        facts: { line: { type: text, required: true, ask: "Which line?" } }
        decide: [{ rule: always, otherwise: true, execute: true }]
        """
                .formatted(name, version, name)
            + steps(name).formatted(more);
    return Packs.compiled(Map.of(name + ".yaml", yaml, "tools.yaml", tools)).getFirst();
  }

  private static List<Finding> publish(Workflow... together) {
    return new PublicationCheck(Catalog.of(List.of(LIVE)), List.of(together)).against(together[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eta: { type: text, optional: true } | when: { type: text, optional: true }"
            + "| output 'eta' is gone, which is read by outcome 1 in"
            + " 'steps.look.state == 'down' && has(steps.look.eta)' and outcome 1 in"
            + " 'steps.look.eta'",
        "state: { type: choice, choices: [up, down] } | condition: { type: text }"
            + "| output 'state' is gone, which is read by outcome 1",
        "count: { type: number } | total: { type: number }"
            + "| output 'count' is gone, and without it the answer is refused",
        "count: { type: number } | count: { type: number, optional: true }"
            + "| output 'count' has become optional",
        "count: { type: number } | count: { type: text } | output 'count' was number and is text",
        "choices: [up, down] | choices: [up, down, unknown]"
            + "| output 'state' was one of up, down and is one of up, down, unknown",
        "line: { type: text } | line: { type: text }, zone: { type: text }"
            + "| input 'zone' has to be given and isn't",
        "choices: [quick, deep] | choices: [deep, deeper]"
            + "| input 'depth' was one of quick, deep, is one of deep, deeper, and is given as",
        "depth: { type: choice, choices: [quick, deep] } | d: { type: text, optional: true }"
            + "| input 'depth' is gone and given as",
        "idempotent: true | idempotent: false | it isn't idempotent any more",
      })
  void namesTheChangeAndTheLiveDefinitionThatItBreaks(String what, String by, String broken) {
    // Flow mappings hold several fields in one line.
    String tools = LIVE_TOOLS.replace(what, by).replace("}, zone", "}\n      zone");

    assertThat(publish(workflow("other", 1, tools)))
        .anySatisfy(
            finding ->
                assertThat(finding.toString())
                    .startsWith(
                        "tools.yaml:2:3: error: expected a contract of line.check that the live"
                            + " live@1 works with, found a change that breaks its step look: ")
                    .contains(broken)
                    .contains("publish a later version of live that fits together with this one"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spare: { type: text, optional: true } | extra: { type: boolean, optional: true }",
        "count: { type: number } | count: { type: integer }",
        "eta: { type: text, optional: true } | eta: { type: text }",
        "eta: { type: text, optional: true } | eta: { type: choice, choices: [soon] }",
        "choices: [up, down] | choices: [down]",
        "choices: [quick, deep] | choices: [quick, deep, deeper]",
        "depth: { type: choice, choices: [quick, deep] } | depth: { type: text }",
        "note: { type: text, optional: true } | memo: { type: text, optional: true }",
        "idempotent: true | timeout: 1s, idempotent: true",
      })
  void letsChangesPassThatTheLiveDefinitionWorksWith(String what, String by) {
    String tools = LIVE_TOOLS.replace(what, by).replace("timeout: 1s, ", "timeout: 1s\n    ");

    assertThat(publish(workflow("other", 1, tools))).isEmpty();
  }

  @Test
  void acceptsThatAnInputTakesLessWhereTheStepGivesNothingElse() {
    String tools = LIVE_TOOLS.replace("choices: [quick, deep]", "choices: [quick]");
    Workflow other =
        Packs.compiled(
                Map.of(
                    "other.yaml",
                    new String(workflow("other", 1, LIVE_TOOLS).files().files().get("other.yaml"))
                        .replace("'deep'", "'quick'"),
                    "tools.yaml",
                    tools))
            .getFirst();

    assertThat(publish(other)).isEmpty();
  }

  @Test
  void doesNotMindTheVersionThatIsReplaced() {
    String tools = LIVE_TOOLS.replace("count: { type: number }", "total: { type: number }");

    assertThat(publish(workflow("live", 2, tools))).isEmpty();
    assertThat(publish(workflow("other", 1, tools), workflow("live", 2, tools)))
        .as("published together with what would break")
        .isEmpty();
  }

  @Test
  void findsContradictionsInOnePublication() {
    String tools = LIVE_TOOLS.replace("count: { type: number }", "total: { type: number }");

    assertThat(publish(workflow("live", 2, tools), workflow("other", 1, LIVE_TOOLS)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.toString()).contains("live other@1 works with"));
  }

  @Test
  void knowsWhatIsThereAlready() {
    assertThat(publish(LIVE)).isEmpty();
  }

  @Test
  void refusesWhatReadsAnOutputThatTheContractDoesNotHave() {
    Map<String, String> files =
        Map.of(
            "live.yaml",
            String.valueOf(LIVE.files().files().get("live.yaml"))
                .replace("look.eta}", "look.etaa}"),
            "tools.yaml",
            LIVE_TOOLS);
    Workflow broken =
        new Workflow(
            "live",
            2,
            PackFiles.of(files).hash(),
            LIVE.file(),
            PackFiles.of(files),
            "",
            LIVE.intents(),
            LIVE.facts(),
            LIVE.inferences(),
            LIVE.rules(),
            LIVE.steps(),
            LIVE.outcomes(),
            LIVE.limits());

    assertThat(publish(broken))
        .first()
        .asString()
        .contains("live.yaml:13:", "expected an output of line.check, found 'etaa'");
  }

  @Test
  void stillSaysThatAVersionNeverChanges() {
    assertThat(publish(workflow("live", 1, LIVE_TOOLS + "\n")))
        .extracting(Finding::advice)
        .containsExactly("a published version never changes: raise 'version'");
  }
}
