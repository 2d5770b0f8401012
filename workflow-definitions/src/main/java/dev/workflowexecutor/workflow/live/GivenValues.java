package dev.workflowexecutor.workflow.live;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.NamePath;
import dev.workflowexecutor.workflow.fact.FactType;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which texts a step can give for an input, where a constant or a choice limits them. */
record GivenValues(Workflow workflow) {

  /** All of them; empty where they aren't limited. */
  Optional<List<String>> of(Expression given) {
    return given.ast().isEmpty()
        ? Optional.of(List.of(given.source()))
        : given.ast().flatMap(tree -> of(tree.getExpr()));
  }

  private Optional<List<String>> of(CelExpr tree) {
    if (tree.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && tree.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
      return Optional.of(List.of(tree.constant().stringValue()));
    }
    return NamePath.of(tree).flatMap(this::of);
  }

  private Optional<List<String>> of(NamePath path) {
    return switch (path.root()) {
      case "intent" -> Optional.of(List.copyOf(workflow.intents().keySet()));
      case "facts" -> path.length() == 2 ? fact(path.names().get(1)) : Optional.empty();
      case "steps" -> path.length() == 3 ? output(path) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<List<String>> fact(String name) {
    return Optional.ofNullable(workflow.facts().get(name))
        .map(Fact::type)
        .filter(FactType.Choice.class::isInstance)
        .map(type -> ((FactType.Choice) type).canonicalValues());
  }

  private Optional<List<String>> output(NamePath path) {
    return workflow.steps().stream()
        .filter(step -> step.name().equals(path.names().get(1)))
        .findFirst()
        .map(Step::tool)
        .flatMap(tool -> choices(tool.output(), path.names().get(2)));
  }

  private static Optional<List<String>> choices(Map<String, Field> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .map(Field::type)
        .filter(FieldType.Choice.class::isInstance)
        .map(type -> ((FieldType.Choice) type).choices());
  }
}
