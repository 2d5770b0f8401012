package dev.workflowexecutor.schemas;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a schema breaks a released version; the message has a line per violation. */
public final class IncompatibleSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public IncompatibleSchemaException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
