package dev.workflowexecutor.workflow;

import dev.workflowexecutor.workflow.fact.FactType;
import java.util.Optional;

/**
 * Something a workflow wants to know about a problem.
 *
 * @param required whether the workflow may not run without it
 * @param ask the question to the user when it is missing; always there when required
 */
public record Fact(
    String name, FactType type, boolean required, Optional<String> ask, String description) {

  public Fact {
    if (required && ask.isEmpty()) {
      throw new IllegalArgumentException("expected a question for the required fact " + name);
    }
  }
}
