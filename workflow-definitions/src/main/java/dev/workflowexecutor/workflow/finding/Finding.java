package dev.workflowexecutor.workflow.finding;

import java.util.Comparator;

/**
 * One thing a check has found in a pack.
 *
 * @param file the file's name relative to the pack
 * @param line from 1
 * @param column from 1, counted in code points
 * @param expected what the language asks for at this place
 * @param found what stands there instead
 * @param advice what to do about it; may be empty
 */
public record Finding(
    Severity severity,
    String file,
    int line,
    int column,
    String expected,
    String found,
    String advice)
    implements Comparable<Finding> {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::expected)
          .thenComparing(Finding::found)
          .thenComparing(Finding::advice);

  public Finding {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "expected line and column from 1, found " + line + ":" + column);
    }
  }

  /** Orders by file, line and column. */
  @Override
  public int compareTo(Finding other) {
    return BY_PLACE.compare(this, other);
  }

  /**
   * The finding as compilers print it: {@code file:line:column: error: expected ..., found ...;
   * advice}.
   */
  @Override
  public String toString() {
    String place = file + ":" + line + ":" + column + ": " + severity;
    String what = ": expected " + expected + ", found " + found;
    return place + what + (advice.isEmpty() ? "" : "; " + advice);
  }
}
