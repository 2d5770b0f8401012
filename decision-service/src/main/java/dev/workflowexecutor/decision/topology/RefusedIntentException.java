package dev.workflowexecutor.decision.topology;

/** Why an intent went to the dead letters; its message is meant for operators. */
final class RefusedIntentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedIntentException(String message) {
    super(message);
  }
}
