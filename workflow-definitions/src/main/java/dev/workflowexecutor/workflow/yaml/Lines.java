package dev.workflowexecutor.workflow.yaml;

import dev.workflowexecutor.workflow.finding.Place;

/** Counts lines and columns as YAML 1.1 does. */
final class Lines {

  private Lines() {}

  /** The place of an index in a text, counted from the place of another index before it. */
  static Place place(Place start, int[] text, int from, int index) {
    int line = start.line();
    int column = start.column();
    for (int i = from; i < index; i++) {
      if (endsLine(text, i)) {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Place(start.file(), line, column);
  }

  static boolean isBreak(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\r'
        || codePoint == '\u0085'
        || codePoint == '\u2028'
        || codePoint == '\u2029';
  }

  // A carriage return before a line feed is part of the same break.
  private static boolean endsLine(int[] text, int index) {
    boolean first = text[index] == '\r' && index + 1 < text.length && text[index + 1] == '\n';
    return isBreak(text[index]) && !first;
  }
}
