package dev.workflowexecutor.workflow.live;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.workflowexecutor.workflow.Outcome;
import dev.workflowexecutor.workflow.Step;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.expression.Condition;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.NamePath;
import dev.workflowexecutor.workflow.expression.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Finds the expressions of a workflow that read an output of one of its steps. */
final class OutputReads {

  private final NamePath output;
  private final List<String> readers = new ArrayList<>();

  private OutputReads(NamePath output) {
    this.output = output;
  }

  /** Who reads it, for people: {@code outcome 1 in 'steps.outage.eta'}; in the file's order. */
  static List<String> of(Workflow workflow, String step, String output) {
    OutputReads search = new OutputReads(NamePath.of("steps", step, output));
    workflow.steps().forEach(search::look);
    for (int i = 0; i < workflow.outcomes().size(); i++) {
      search.look("outcome " + (i + 1), workflow.outcomes().get(i));
    }
    return search.readers.stream().distinct().toList();
  }

  private void look(Step step) {
    String where = "step " + step.name();
    look(where, step.when());
    step.with().values().forEach(input -> look(where, input));
  }

  private void look(String where, Outcome outcome) {
    look(where, outcome.when());
    outcome.message().holes().forEach(hole -> look(where, hole.expression()));
    outcome.data().values().forEach(value -> look(where, value));
  }

  private void look(String where, Condition condition) {
    note(where, condition.source(), condition.ast());
  }

  private void look(String where, Expression expression) {
    expression.ast().ifPresent(tree -> note(where, expression.source(), tree));
  }

  private void note(String where, String source, CelAbstractSyntaxTree tree) {
    if (isReadIn(tree.getExpr())) {
      readers.add(where + " in '" + source + "'");
    }
  }

  private boolean isReadIn(CelExpr part) {
    return NamePath.of(part).filter(output::equals).isPresent()
        || SyntaxTree.children(part).stream().anyMatch(this::isReadIn);
  }
}
