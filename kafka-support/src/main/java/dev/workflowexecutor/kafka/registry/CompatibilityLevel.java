package dev.workflowexecutor.kafka.registry;

/** What a registry demands of a new version of a subject's schema, in the registry's own words. */
public enum CompatibilityLevel {
  /** Anything goes. */
  NONE,
  /** The new version reads what the last one wrote. */
  BACKWARD,
  /** The new version reads what all earlier ones wrote. */
  BACKWARD_TRANSITIVE,
  /** The last version reads what the new one writes. */
  FORWARD,
  /** All earlier versions read what the new one writes. */
  FORWARD_TRANSITIVE,
  /** Both ways, with the last version. */
  FULL,
  /** Both ways, with all earlier versions: the level of the platform's subjects. */
  FULL_TRANSITIVE;

  boolean newReadsOld() {
    return switch (this) {
      case BACKWARD, BACKWARD_TRANSITIVE, FULL, FULL_TRANSITIVE -> true;
      case NONE, FORWARD, FORWARD_TRANSITIVE -> false;
    };
  }

  boolean oldReadsNew() {
    return switch (this) {
      case FORWARD, FORWARD_TRANSITIVE, FULL, FULL_TRANSITIVE -> true;
      case NONE, BACKWARD, BACKWARD_TRANSITIVE -> false;
    };
  }

  boolean isTransitive() {
    return switch (this) {
      case BACKWARD_TRANSITIVE, FORWARD_TRANSITIVE, FULL_TRANSITIVE -> true;
      case NONE, BACKWARD, FORWARD, FULL -> false;
    };
  }
}
