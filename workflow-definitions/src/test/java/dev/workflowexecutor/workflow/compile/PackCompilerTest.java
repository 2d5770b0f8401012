package dev.workflowexecutor.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.workflow.Consequence;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Intent;
import dev.workflowexecutor.workflow.Limits;
import dev.workflowexecutor.workflow.OnFailure;
import dev.workflowexecutor.workflow.OutcomeKind;
import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Packs;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackCompilerTest {

  private final Workflow workflow = Packs.networkWorkflow();

  @Test
  void compilesTheDesignsExample() {
    assertThat(workflow.key()).isEqualTo("network-troubleshooting@1");
    assertThat(workflow.intents().values())
        .singleElement()
        .extracting(Intent::examples)
        .isEqualTo(List.of("my internet is very slow", "speed drops every evening"));
    assertThat(workflow.facts().keySet()).containsExactly("region", "service_type");
    assertThat(workflow.facts().values())
        .first()
        .extracting(Fact::type)
        .isInstanceOfSatisfying(
            FactType.Choice.class,
            choice -> assertThat(choice.canonicalValues()).containsExactly("west", "north"));
    assertThat(workflow.rules().getFirst().then()).isEqualTo(new Consequence.Execute());
    assertThat(workflow.steps().getFirst().tool().timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(workflow.steps().get(1).tool().idempotent()).isFalse();
    assertThat(workflow.steps().get(1).onFailure()).isEqualTo(OnFailure.ESCALATE);
    assertThat(workflow.outcomes().getLast().kind()).isEqualTo(OutcomeKind.ESCALATED);
    assertThat(workflow.limits()).isEqualTo(Limits.DEFAULT);
  }

  @Test
  void warnsOfAnOptionalOutputThatIsReadWithoutHas() {
    assertThat(Packs.findings(Packs.network()))
        .extracting(Finding::toString)
        .containsExactly(
            "network.yaml:42:69: warning: expected a value that is there, found"
                + " steps.outage.eta, which may be absent here; it can't be evaluated then; guard"
                + " it with has(steps.outage.eta)");
  }

  @Test
  void keepsOnlyTheFilesThatAWorkflowNeeds() {
    Map<String, String> files = Packs.network();
    files.put("README.md", "about");
    files.put("unused.csv", "a");
    files.put("tests/network.yaml", "scenarios: []");
    files.put("nested/other.yaml", "workflow: [");

    Workflow compiled = Packs.compiled(files).getFirst();

    assertThat(compiled.files().files().keySet())
        .containsExactly("network.yaml", "regions.csv", "tools.yaml");
    assertThat(compiled.hash()).isEqualTo(workflow.hash());
  }

  @Test
  void givesTheSameWorkflowFromItsOwnFiles() {
    Workflow again = Packs.compiled(workflow.files().files()).getFirst();

    assertThat(again).isEqualTo(workflow);
  }

  @Test
  void changesTheHashWithAnyFileThatIsNeeded() {
    for (String file : workflow.files().files().keySet()) {
      Map<String, String> files = new TreeMap<>(workflow.files().files());
      files.compute(file, (_, text) -> text + "\n");

      assertThat(Packs.compiled(files).getFirst().hash()).isNotEqualTo(workflow.hash());
    }
  }

  @Test
  void refusesAPackWithoutWorkflows() {
    assertThat(PackCompiler.compile(PackFiles.of(Map.of("tools.yaml", "tools: {}"))))
        .isInstanceOf(Compilation.Refused.class);
  }

  @Test
  void refusesTwoOwnersOfAnIntent() {
    Map<String, String> files = Packs.network();
    files.put("other.yaml", Packs.NETWORK.replace("network-troubleshooting", "other"));

    assertThat(Packs.findings(files))
        .extracting(Finding::toString)
        .contains(
            "other.yaml:6:3: error: expected an intent that no other workflow owns, found"
                + " 'slow_internet' of network-troubleshooting in network.yaml; an intent belongs"
                + " to exactly one workflow");
  }

  @Test
  void takesTwoVersionsOfAWorkflowButNotTwiceTheSame() {
    Map<String, String> files = Packs.network();
    files.put("network2.yaml", Packs.NETWORK.replace("version: 1", "version: 2"));

    assertThat(Packs.compiled(files)).extracting(Workflow::version).containsExactly(1, 2);

    files.put("network3.yaml", Packs.NETWORK);
    assertThat(Packs.findings(files))
        .extracting(Finding::toString)
        .anyMatch(text -> text.startsWith("network3.yaml:1:11: error: expected each version"));
  }

  @Test
  void warnsOfToolsThatNoStepCalls() {
    Map<String, String> files = Packs.network();
    files.compute("tools.yaml", (_, text) -> text + "  unused.tool: { idempotent: true }\n");

    assertThat(Packs.findings(files))
        .extracting(Finding::toString)
        .anyMatch(text -> text.startsWith("tools.yaml:15:3: warning: expected a step that calls"));
  }
}
