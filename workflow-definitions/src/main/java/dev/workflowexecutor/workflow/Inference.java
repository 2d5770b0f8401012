package dev.workflowexecutor.workflow;

import dev.workflowexecutor.workflow.expression.Condition;
import dev.workflowexecutor.workflow.expression.Expression;
import dev.workflowexecutor.workflow.expression.Scope;
import dev.workflowexecutor.workflow.fact.FactType;
import java.time.Instant;
import java.util.Optional;

/**
 * A guess at a fact that nobody stated: made when the condition holds, never stored.
 *
 * @param type the fact's type; text if the workflow doesn't declare it
 */
public record Inference(String fact, FactType type, Condition when, Expression value) {

  Optional<String> canonicalValue(Scope scope) {
    // A relative date isn't inferred from words: expressions give values, not quotes.
    return value.print(scope).flatMap(printed -> type.normalise(printed, Instant.EPOCH));
  }
}
