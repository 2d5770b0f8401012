package dev.workflowexecutor.workflow;

import dev.workflowexecutor.workflow.expression.Condition;
import dev.workflowexecutor.workflow.expression.EvaluationException;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.Scope;
import dev.workflowexecutor.workflow.tool.Checked;
import dev.workflowexecutor.workflow.tool.Field;
import dev.workflowexecutor.workflow.tool.Tool;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call of a tool.
 *
 * @param with the tool's input fields, each with the expression that gives its value
 * @param when whether the step runs; one whose condition doesn't hold is skipped
 */
public record Step(
    String name, Tool tool, Map<String, Expression> with, Condition when, OnFailure onFailure) {

  public Step {
    with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
  }

  /**
   * The tool's input: a JSON object with its keys in the order of the tool's contract. An optional
   * field whose expression reads something absent is left out.
   *
   * @throws EvaluationException if an expression fails or the input doesn't fit the contract
   */
  public String input(Scope scope) {
    Map<String, Object> values = new LinkedHashMap<>();
    with.forEach(
        (field, expression) -> {
          if (isOptional(field)) {
            expression.evaluateIfPresent(scope).ifPresent(value -> values.put(field, value));
          } else {
            values.put(field, expression.evaluate(scope));
          }
        });
    return switch (tool.checkInput(values)) {
      case Checked.Valid(String json) -> json;
      case Checked.Invalid(String why) ->
          throw new EvaluationException("the input of step " + name + " doesn't fit: " + why);
    };
  }

  private boolean isOptional(String field) {
    Field declared = tool.input().get(field);
    return declared != null && declared.optional();
  }
}
