package dev.workflowexecutor.containers;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves the suite out where it can't run, and says so loudly, once. */
public final class RequiresDocker implements ExecutionCondition {

  private static final Optional<String> HINDRANCE = hindrance();

  private static Optional<String> hindrance() {
    Optional<String> found = Docker.hindrance();
    found.ifPresent(it -> System.err.printf("%n*** THE CONTAINER SUITE IS NOT RUN: %s ***%n", it));
    return found;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return HINDRANCE
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("Docker answers and has the images"));
  }
}
