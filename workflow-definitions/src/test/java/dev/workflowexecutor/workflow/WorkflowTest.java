package dev.workflowexecutor.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.workflowexecutor.workflow.expression.EvaluationException;
import dev.workflowexecutor.workflow.expression.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorkflowTest {

  private static final String TEXT = "slow every evening";
  private static final String OPTIONAL =
      "input: { region: { type: text }, kind: { type: text, optional: true } }";

  private final Workflow workflow = Packs.networkWorkflow();

  private static Scope scope(Map<String, String> facts) {
    return new Scope("slow_internet", TEXT, facts, Map.of());
  }

  private static Workflow inferring(String inferences) {
    int from = Packs.NETWORK.indexOf("infer:");
    int to = Packs.NETWORK.indexOf("decide:");
    Map<String, String> files = Packs.network();
    files.put(
        "network.yaml",
        Packs.NETWORK.substring(0, from) + "infer:\n" + inferences + Packs.NETWORK.substring(to));
    return Packs.compiled(files).getFirst();
  }

  @Test
  void infersWhatNobodyStated() {
    assertThat(workflow.withInferred(scope(Map.of("region", "west"))).inferred())
        .containsExactly(Map.entry("likely_cause", "congestion"));
    assertThat(workflow.withInferred(scope(Map.of("region", "north"))).inferred()).isEmpty();
  }

  @Test
  void infersNothingFromAFactThatIsMissing() {
    assertThat(workflow.withInferred(scope(Map.of())).inferred()).isEmpty();
  }

  @Test
  void neverOverwritesAStatedFact() {
    Scope stated = scope(Map.of("region", "west", "likely_cause", "a storm"));

    Workflow.Inferred inferred = workflow.withInferred(stated);

    assertThat(inferred.inferred()).isEmpty();
    assertThat(inferred.scope()).isEqualTo(stated);
  }

  @Test
  void letsLaterInferencesReadEarlierOnesAndKeepsTheFirst() {
    Workflow chained =
        inferring(
            """
              - { fact: service_type, when: text.mentions('evening'), value: mobile }
              - { fact: service_type, when: text.mentions('slow'), value: fiber }
              - { fact: guess, when: facts.service_type == 'mobile', value: "facts.service_type + '!'" }
            """);

    assertThat(chained.withInferred(scope(Map.of())).inferred())
        .isEqualTo(Map.of("service_type", "mobile", "guess", "mobile!"));
  }

  @Test
  void infersNoValueThatDoesNotFitTheFact() {
    Workflow dynamic =
        inferring("  - { fact: service_type, when: intent == 'slow_internet', value: text }\n");

    assertThat(dynamic.withInferred(scope(Map.of())).inferred()).isEmpty();
  }

  @Test
  void writesTheInputOfAStepInTheOrderOfTheContract() {
    assertThat(workflow.steps().getFirst().input(scope(Map.of("region", "west"))))
        .isEqualTo("{\"region\":\"west\"}");
    assertThatExceptionOfType(EvaluationException.class)
        .isThrownBy(() -> workflow.steps().getFirst().input(scope(Map.of())))
        .withMessageContaining("facts.region");
  }

  @Test
  void leavesOutAnOptionalInputThatReadsSomethingAbsent() {
    Map<String, String> files = Packs.network();
    files.put("tools.yaml", Packs.TOOLS.replace("input: { region: { type: text } }", OPTIONAL));
    files.put(
        "network.yaml",
        Packs.NETWORK.replace(
            "with: { region: facts.region }",
            "with: { kind: facts.service_type, region: facts.region }"));
    Step step = Packs.compiled(files).getFirst().steps().getFirst();

    assertThat(Packs.findings(files)).noneMatch(it -> it.toString().contains("service_type"));
    assertThat(step.input(scope(Map.of("region", "west")))).isEqualTo("{\"region\":\"west\"}");
    assertThat(step.input(scope(Map.of("region", "west", "service_type", "fiber"))))
        .isEqualTo("{\"region\":\"west\",\"kind\":\"fiber\"}");
  }

  @Test
  void stillFailsOnAnOptionalInputThatCanNotBeComputed() {
    Map<String, String> files = Packs.network();
    files.put("tools.yaml", Packs.TOOLS.replace("input: { region: { type: text } }", OPTIONAL));
    files.put(
        "network.yaml",
        Packs.NETWORK.replace(
            "with: { region: facts.region }",
            "with: { region: facts.region, kind: \"string(1 / (size(text) - size(text)))\" }"));
    Step step = Packs.compiled(files).getFirst().steps().getFirst();

    assertThatExceptionOfType(EvaluationException.class)
        .isThrownBy(() -> step.input(scope(Map.of("region", "west"))))
        .withMessageContaining("by zero");
  }

  @Test
  void choosesOutcomesByTheOutputsOfSteps() {
    Scope none = scope(Map.of("region", "west")).withStep("outage", "{\"status\":\"none\"}");
    Scope congested = none.withStep("congestion", "{\"status\":\"congested\",\"until\":\"11 PM\"}");

    assertThat(message(none.withStep("outage", "{\"status\":\"outage\",\"eta\":\"6 PM\"}")))
        .isEqualTo("Network outage in your area. Expected resolution in 6 PM.");
    assertThat(message(congested))
        .isEqualTo("Temporary congestion in your area. Speeds may improve after 11 PM.");
    assertThat(message(none))
        .isEqualTo("No known network issue in west; a person will look at it.");
  }

  private String message(Scope scope) {
    return workflow.outcomes().stream()
        .filter(outcome -> outcome.when().holds(scope))
        .findFirst()
        .orElseThrow()
        .message()
        .render(scope);
  }

  @Test
  void givesTheDataOfAnOutcomeInDeclaredOrder() {
    Map<String, String> files = Packs.network();
    files.put(
        "network.yaml",
        Packs.NETWORK + "    data: { z: facts.region, n: 5, x: 1.5, b: has(facts.region) }\n");
    Outcome outcome = Packs.compiled(files).getFirst().outcomes().getLast();

    Map<String, Object> data = outcome.data(scope(Map.of("region", "west")));

    assertThat(List.copyOf(data.keySet())).containsExactly("z", "n", "x", "b");
    assertThat(data.values()).containsExactly("west", 5L, 1.5, true);
  }

  @Test
  void givesTheSameForTheSameInputs() {
    Workflow again = Packs.networkWorkflow();
    Scope scope =
        new Scope(
            "slow_internet",
            TEXT,
            new HashMap<>(Map.of("region", "west")),
            Map.of("outage", "{\"status\":\"none\"}"));

    assertThat(again).isEqualTo(workflow);
    assertThat(again.toString()).isEqualTo(workflow.toString());
    assertThat(again.hash()).isEqualTo(workflow.hash()).hasSize(64);
    assertThat(again.withInferred(scope)).isEqualTo(workflow.withInferred(scope));
    assertThat(again.steps().getFirst().input(scope))
        .isEqualTo(workflow.steps().getFirst().input(scope));
  }

  @Test
  void hashesNamesAndContentsApart() {
    PackFiles files = PackFiles.of(Map.of("a", "b", "c", "d"));

    assertThat(files.hash())
        .isEqualTo(PackFiles.of(new TreeMap<>(Map.of("c", "d", "a", "b"))).hash())
        .isNotEqualTo(PackFiles.of(Map.of("a", "bc", "", "d")).hash())
        .isNotEqualTo(PackFiles.of(Map.of("ab", "", "c", "d")).hash());
  }

  @Test
  void derivesIdsFromTheirCauses() {
    assertThat(DerivedId.of("call", "decision", "step"))
        .isEqualTo(DerivedId.of("call", "decision", "step"))
        .isNotEqualTo(DerivedId.of("reply", "decision", "step"))
        .isNotEqualTo(DerivedId.of("call", "decisionstep"))
        .hasSize(36);
  }
}
