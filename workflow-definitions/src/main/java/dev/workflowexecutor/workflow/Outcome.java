package dev.workflowexecutor.workflow;

import dev.workflowexecutor.workflow.expression.Condition;
import dev.workflowexecutor.workflow.expression.EvaluationException;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.Scope;
import dev.workflowexecutor.workflow.expression.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an execution ends in a case: the first outcome whose condition holds is the ticket's. */
public record Outcome(
    Condition when, OutcomeKind kind, Template message, Map<String, Expression> data) {

  public Outcome {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /**
   * The outcome's data: String, Boolean, Long or Double by name, in declared order.
   *
   * @throws EvaluationException if an expression fails
   */
  public Map<String, Object> data(Scope scope) {
    Map<String, Object> values = new LinkedHashMap<>();
    data.forEach((name, expression) -> values.put(name, expression.evaluate(scope)));
    return Collections.unmodifiableMap(values);
  }
}
