package dev.workflowexecutor.workflow.finding;

import java.util.Locale;

/** How bad a finding is: an error refuses the pack, a warning doesn't. */
public enum Severity {
  ERROR,
  WARNING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
