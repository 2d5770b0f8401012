package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.Consequence;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Inference;
import dev.workflowexecutor.workflow.Intent;
import dev.workflowexecutor.workflow.Limits;
import dev.workflowexecutor.workflow.Outcome;
import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Rule;
import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.expression.Vocabulary;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one workflow file: what expressions can name first, the expressions then, proofs last. */
final class WorkflowReader {

  private static final List<String> KEYS =
      List.of(
          "workflow",
          "version",
          "description",
          "intents",
          "facts",
          "lists",
          "infer",
          "decide",
          "steps",
          "outcomes",
          "limits");

  private final String file;
  private final PackSources sources;
  private final ChoicesReader choices;
  private final Findings findings;

  WorkflowReader(String file, PackSources sources, Findings findings) {
    this.file = file;
    this.sources = sources;
    this.choices = new ChoicesReader(sources, findings);
    this.findings = findings;
  }

  /** A workflow as it was read, with the places of what other files may clash with. */
  record Draft(Node.Scalar name, Workflow workflow, Map<String, Declared<Intent>> intents) {}

  /** What the file declares; it has findings if anything is wrong, and is then not to be used. */
  Optional<Draft> read(Node root) {
    return Section.of(root, "a workflow", KEYS, findings).flatMap(this::read);
  }

  private Optional<Draft> read(Section section) {
    Optional<Node.Scalar> name = section.requireText("workflow");
    name.ifPresent(text -> Names.WORKFLOW.check(text, findings));
    section.require("version");
    section.requireText("description");
    section.require("intents");
    section.require("decide");

    var intents = new IntentsReader(findings).read(section);
    Map<String, Fact> facts = new FactsReader(choices, findings).read(section.entries("facts"));
    Map<String, List<String>> lists = new ListsReader(choices, findings).read(section);
    var inferences = new InferencesReader(section.items("infer"), facts, findings);
    var steps = new StepsReader(sources, section.items("steps"), findings);
    Limits limits =
        section.get("limits").map(node -> LimitsReader.read(node, findings)).orElse(Limits.DEFAULT);

    Vocabulary vocabulary = vocabulary(intents, facts, lists, inferences, steps);
    Expressions expressions = new Expressions(vocabulary, broken(section, steps), findings);
    Parts parts = parts(section, expressions, facts, inferences, steps);
    prove(section, vocabulary, parts);
    return name.map(
        text ->
            new Draft(
                text, workflow(section, text, plain(intents), facts, parts, limits), intents));
  }

  private void prove(Section section, Vocabulary vocabulary, Parts parts) {
    Proofs proofs = new Proofs(vocabulary, findings);
    proofs.inferences(parts.inferences());
    proofs.steps(parts.steps());
    if (parts.rules().size() == section.items("decide").size()) {
      proofs.rules(section, parts.rules());
    }
    // With a step or an outcome missing, cases would look open that aren't.
    if (parts.outcomes().size() == section.items("outcomes").size()
        && parts.steps().size() == section.items("steps").size()
        && section.has("outcomes")) {
      proofs.outcomes(section, parts.outcomes(), parts.steps());
    }
  }

  private record Parts(
      List<Guarded<Inference>> inferences,
      List<Guarded<Rule>> rules,
      List<Guarded<Step>> steps,
      List<Guarded<Outcome>> outcomes) {}

  private Parts parts(
      Section section,
      Expressions expressions,
      Map<String, Fact> facts,
      InferencesReader inferences,
      StepsReader steps) {
    var rules = new RulesReader(expressions, facts, findings).read(section.items("decide"));
    if (rules.stream().anyMatch(rule -> rule.value().then() instanceof Consequence.Execute)) {
      section.require("outcomes");
    }
    return new Parts(
        inferences.read(expressions),
        rules,
        steps.read(expressions),
        new OutcomesReader(expressions, findings).read(section.items("outcomes")));
  }

  private static Vocabulary vocabulary(
      Map<String, Declared<Intent>> intents,
      Map<String, Fact> facts,
      Map<String, List<String>> lists,
      InferencesReader inferences,
      StepsReader steps) {
    Map<String, FactType> types = new LinkedHashMap<>();
    facts.forEach((name, fact) -> types.put(name, fact.type()));
    types.putAll(inferences.undeclared());
    Set<String> required = new HashSet<>();
    facts.values().stream().filter(Fact::required).forEach(fact -> required.add(fact.name()));
    return new Vocabulary(List.copyOf(intents.keySet()), types, required, steps.tools(), lists);
  }

  /** Facts whose type isn't known and steps whose tool isn't: their uses can't be checked. */
  private static Set<String> broken(Section section, StepsReader steps) {
    Set<String> broken = new HashSet<>();
    steps.withoutTool().forEach(name -> broken.add("steps." + name));
    for (Node.Entry entry : section.entries("facts")) {
      if (!(entry.value() instanceof Node.Mapping fact) || !FactsReader.isTyped(fact)) {
        broken.add("facts." + entry.key().text());
      }
    }
    return broken;
  }

  private static Map<String, Intent> plain(Map<String, Declared<Intent>> intents) {
    Map<String, Intent> plain = new LinkedHashMap<>();
    intents.forEach((name, intent) -> plain.put(name, intent.value()));
    return plain;
  }

  private Workflow workflow(
      Section section,
      Node.Scalar name,
      Map<String, Intent> intents,
      Map<String, Fact> facts,
      Parts parts,
      Limits limits) {
    Set<String> needed = new HashSet<>(choices.tablesUsed());
    needed.add(file);
    if (!parts.steps().isEmpty()) {
      needed.add(PackSources.TOOLS);
    }
    PackFiles files = sources.only(needed);
    return new Workflow(
        name.text(),
        section.positive("version").orElse(1),
        files.hash(),
        file,
        files,
        section.textOrEmpty("description"),
        intents,
        facts,
        values(parts.inferences()),
        values(parts.rules()),
        values(parts.steps()),
        values(parts.outcomes()),
        limits);
  }

  private static <T> List<T> values(List<Guarded<T>> guarded) {
    return guarded.stream().map(Guarded::value).toList();
  }
}
