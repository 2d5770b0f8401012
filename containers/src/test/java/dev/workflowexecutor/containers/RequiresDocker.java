package dev.workflowexecutor.containers;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Leaves the suite out where no Docker answers, and says so loudly, once. */
public final class RequiresDocker implements ExecutionCondition {

  private static final String SAID =
      """

      ************************************************************************************
      ** THE CONTAINER SUITE DIDN'T RUN: no Docker daemon answers on this machine.      **
      ************************************************************************************
      """;

  private static final boolean ANSWERS = ask();

  private static boolean ask() {
    boolean answers = DockerClientFactory.instance().isDockerAvailable();
    if (!answers) {
      System.err.println(SAID);
    }
    return answers;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return ANSWERS
        ? ConditionEvaluationResult.enabled("Docker answers")
        : ConditionEvaluationResult.disabled("no Docker daemon answers");
  }
}
