package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.OnFailure;
import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.NearMiss;
import dev.workflowexecutor.workflow.tool.Tool;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the steps of a workflow in two passes: names and tools first, because expressions may name
 * them, expressions then.
 */
final class StepsReader {

  private static final List<String> KEYS = List.of("step", "call", "with", "when", "on-failure");
  private static final List<String> ON_FAILURE = List.of("escalate", "continue", "fail");
  static final Tool UNKNOWN =
      new Tool("an unknown tool", "", false, Tool.DEFAULT_TIMEOUT, Map.of(), Map.of());

  private record Declaration(String name, Section section, Optional<Tool> tool) {}

  private final List<Declaration> declarations = new ArrayList<>();
  private final PackSources sources;
  private final Findings findings;

  StepsReader(PackSources sources, List<Node> items, Findings findings) {
    this.sources = sources;
    this.findings = findings;
    Set<String> names = new HashSet<>();
    for (Node item : items) {
      Section.of(item, "a step", KEYS, findings).ifPresent(section -> declare(section, names));
    }
  }

  private void declare(Section section, Set<String> names) {
    Optional<Node.Scalar> name = section.requireText("step");
    Optional<Tool> tool = section.requireText("call").flatMap(this::tool);
    if (name.isEmpty() || !Names.IDENTIFIER.check(name.get(), findings)) {
      return;
    }
    if (!names.add(name.get().text())) {
      findings.error(name.get().place(), "a step's name once", name.get().kind() + " again", "");
      return;
    }
    declarations.add(new Declaration(name.get().text(), section, tool));
  }

  private Optional<Tool> tool(Node.Scalar name) {
    Optional<Tool> tool = sources.tool(name.text());
    if (tool.isEmpty()) {
      findings.error(
          name.place(),
          "a tool that tools.yaml declares",
          name.kind(),
          sources.hasToolsFile()
              ? NearMiss.advice(name.text(), sources.toolNames())
              : "the pack has no tools.yaml");
    }
    return tool;
  }

  /** The tool of each step, in order. */
  Map<String, Tool> tools() {
    Map<String, Tool> tools = new LinkedHashMap<>();
    declarations.forEach(step -> tools.put(step.name(), step.tool().orElse(UNKNOWN)));
    return tools;
  }

  /** The steps whose outputs aren't known because their tools aren't. */
  Set<String> withoutTool() {
    Set<String> names = new HashSet<>();
    declarations.stream()
        .filter(step -> step.tool().isEmpty())
        .forEach(step -> names.add(step.name()));
    return names;
  }

  List<Guarded<Step>> read(Expressions expressions) {
    List<Guarded<Step>> steps = new ArrayList<>();
    Set<String> before = new LinkedHashSet<>();
    for (Declaration declaration : declarations) {
      step(declaration, expressions, Set.copyOf(before)).ifPresent(steps::add);
      before.add(declaration.name());
    }
    return steps;
  }

  private Optional<Guarded<Step>> step(
      Declaration declaration, Expressions expressions, Set<String> before) {
    Section section = declaration.section();
    Optional<Guard> guard = Guard.ifAny(section, expressions, before);
    OnFailure onFailure =
        section.text("on-failure").map(this::onFailure).orElse(OnFailure.ESCALATE);
    Tool tool = declaration.tool().orElse(UNKNOWN);
    InputsReader inputs = new InputsReader(tool, expressions, before, findings);
    Map<String, Expression> with = declaration.tool().isPresent() ? inputs.read(section) : Map.of();
    return guard.map(
        when ->
            new Guarded<>(
                when,
                new Step(declaration.name(), tool, with, when.when(), onFailure),
                inputs.reads()));
  }

  private OnFailure onFailure(Node.Scalar value) {
    return switch (value.text()) {
      case "escalate" -> OnFailure.ESCALATE;
      case "continue" -> OnFailure.CONTINUE;
      case "fail" -> OnFailure.FAIL;
      case String unknown -> {
        findings.error(
            value.place(),
            "one of " + String.join(", ", ON_FAILURE),
            value.kind(),
            NearMiss.advice(unknown, ON_FAILURE));
        yield OnFailure.ESCALATE;
      }
    };
  }
}
