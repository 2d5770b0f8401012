package dev.workflowexecutor.workflow.prove;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.workflowexecutor.workflow.expression.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is settled when conditions are asked.
 *
 * @param requiredFactsAreThere true but for inferences, which are made before facts are asked for
 * @param steps the steps that have had their turn
 */
public record Situation(
    Vocabulary vocabulary, boolean requiredFactsAreThere, Map<String, Turn> steps) {

  public Situation {
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /**
   * A step's turn.
   *
   * @param when the condition on which it runs
   * @param mayFail whether the execution goes on without its output when its tool fails
   */
  public record Turn(CelAbstractSyntaxTree when, boolean mayFail) {}
}
