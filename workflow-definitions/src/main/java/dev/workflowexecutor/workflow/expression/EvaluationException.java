package dev.workflowexecutor.workflow.expression;

/** A compiled expression that could not be evaluated; its message is meant for people. */
public class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EvaluationException(String message) {
    super(message);
  }

  public EvaluationException(String message, Throwable cause) {
    super(message, cause);
  }
}
