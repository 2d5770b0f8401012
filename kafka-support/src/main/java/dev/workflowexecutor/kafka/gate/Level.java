package dev.workflowexecutor.kafka.gate;

import dev.workflowexecutor.kafka.registry.CompatibilityLevel;

/** The compatibility level that a subject is held to. */
public sealed interface Level {

  /** There is no such subject yet, so it has none. */
  record Unknown() implements Level {}

  /** Nobody chose one for the subject: it is the registry's own. */
  record Default(CompatibilityLevel level) implements Level {}

  /** Somebody chose it for the subject. */
  record Chosen(CompatibilityLevel level) implements Level {}

  /** Whether each new version has to fit all earlier ones, both ways. */
  default boolean isFullTransitive() {
    return switch (this) {
      case Unknown _ -> false;
      case Default(var level) -> level == CompatibilityLevel.FULL_TRANSITIVE;
      case Chosen(var level) -> level == CompatibilityLevel.FULL_TRANSITIVE;
    };
  }
}
