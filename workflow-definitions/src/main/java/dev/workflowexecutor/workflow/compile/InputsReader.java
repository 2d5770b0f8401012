package dev.workflowexecutor.workflow.compile;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.workflowexecutor.workflow.expression.Domains;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.NamePath;
import dev.workflowexecutor.workflow.expression.Wanted;
import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.finding.NearMiss;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.FieldType;
import dev.workflowexecutor.workflow.tool.Tool;
import dev.workflowexecutor.workflow.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a step gives its tool, and holds it against the tool's contract. */
final class InputsReader {

  private final Tool tool;
  private final Expressions expressions;
  private final Set<String> stepsBefore;
  private final Findings findings;
  private final List<Read> reads = new ArrayList<>();

  InputsReader(Tool tool, Expressions expressions, Set<String> stepsBefore, Findings findings) {
    this.tool = tool;
    this.expressions = expressions;
    this.stepsBefore = stepsBefore;
    this.findings = findings;
  }

  List<Read> reads() {
    return reads;
  }

  Map<String, Expression> read(Section step) {
    Map<String, Expression> inputs = new LinkedHashMap<>();
    Set<String> given =
        Set.copyOf(step.entries("with").stream().map(entry -> entry.key().text()).toList());
    for (Node.Entry entry : step.entries("with")) {
      input(entry).ifPresent(value -> inputs.put(entry.key().text(), value));
    }
    tool.input()
        .forEach(
            (name, field) -> {
              if (!field.optional() && !given.contains(name)) {
                findings.error(
                    step.place("with"),
                    "the input '" + name + "' of " + tool.name(),
                    "none",
                    "add '" + name + ":' to 'with'");
              }
            });
    return inputs;
  }

  private Optional<Expression> input(Node.Entry entry) {
    String name = entry.key().text();
    Field field = tool.input().get(name);
    if (field == null) {
      findings.error(
          entry.key().place(),
          "an input of " + tool.name(),
          "'" + name + "'",
          NearMiss.advice(name, tool.input().keySet()));
      return Optional.empty();
    }
    Optional<Node.Scalar> source =
        Section.text(entry.value(), "an expression for '" + name + "'", findings);
    Optional<Expression> value =
        source.flatMap(text -> expressions.expression(text, Wanted.by(field.type()), stepsBefore));
    if (!field.optional()) {
      // An optional input that reads something absent is left out, which is no fault.
      value.ifPresent(expression -> reads.add(new Read(source.orElseThrow(), 0, expression)));
    }
    if (field.type() instanceof FieldType.Choice(List<String> choices)) {
      value.ifPresent(expression -> fits(source.orElseThrow(), expression, choices));
    }
    return value;
  }

  private void fits(Node.Scalar source, Expression expression, List<String> choices) {
    for (String value : possible(expression)) {
      if (!choices.contains(value)) {
        findings.error(
            source.place(),
            "one of " + String.join(", ", choices),
            "'" + value + "'",
            NearMiss.of(value, choices).map(near -> "did you mean '" + near + "'?").orElse(""));
      }
    }
  }

  /** The values that an expression can have, where that is known. */
  private List<String> possible(Expression expression) {
    CelExpr tree = expression.ast().orElseThrow().getExpr();
    if (tree.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && tree.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
      return List.of(tree.constant().stringValue());
    }
    Domains domains = new Domains(expressions.vocabulary());
    return NamePath.of(tree).flatMap(domains::values).orElse(List.of());
  }
}
