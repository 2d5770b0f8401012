package dev.workflowexecutor.workflow.prove;

import dev.workflowexecutor.workflow.expression.NamePath;

/** Something that differs from case to case. */
sealed interface Variable {

  /** Whether a name is there; {@code Boolean}. */
  record Presence(NamePath path) implements Variable {}

  /** The value of a name, which is there: a {@code String}, {@code Boolean} or {@link Region}. */
  record Content(NamePath path) implements Variable {}

  /** A boolean part that isn't looked into, by its text; an {@link Answer}. */
  record Opaque(String text, boolean mayFail) implements Variable {}
}
