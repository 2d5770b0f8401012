package dev.workflowexecutor.workflow.finding;

import java.util.List;
import java.util.TreeSet;

/** Collects what a check finds, sorted by place and without repetitions; not thread-safe. */
public final class Findings {

  private final TreeSet<Finding> found = new TreeSet<>();

  /** Notes something that refuses the pack. */
  public void error(Place place, String expected, String actual, String advice) {
    add(Severity.ERROR, place, expected, actual, advice);
  }

  /** Notes something that doesn't refuse the pack. */
  public void warning(Place place, String expected, String actual, String advice) {
    add(Severity.WARNING, place, expected, actual, advice);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** How many errors there are. */
  public long errors() {
    return found.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
  }

  /** All findings by file, line and column. */
  public List<Finding> sorted() {
    return List.copyOf(found);
  }

  private void add(Severity severity, Place place, String expected, String actual, String advice) {
    found.add(
        new Finding(
            severity, place.file(), place.line(), place.column(), expected, actual, advice));
  }
}
