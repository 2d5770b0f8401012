package dev.workflowexecutor.executor.tool;

/** A reference to a secret that isn't there; names the reference, never a value. */
final class UnresolvedSecretException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnresolvedSecretException(String reference) {
    super("expected a secret at " + reference + ", found none");
  }

  UnresolvedSecretException(String reference, Throwable cause) {
    super("expected a secret at " + reference + ", found nothing to read", cause);
  }
}
