package dev.workflowexecutor.workflow.yaml;

import dev.workflowexecutor.workflow.finding.Place;

/** Where a scalar is written, so that a place inside of its value can be found in the file. */
public final class ScalarSource {

  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    BLOCK
  }

  private final Place start;
  private final int[] file;
  private final int from;
  private final Style style;

  /**
   * @param file the whole file in code points
   * @param from the index in it at which the scalar begins, quote or block indicator included
   */
  ScalarSource(Place start, int[] file, int from, Style style) {
    this.start = start;
    this.file = file;
    this.from = from;
    this.style = style;
  }

  Place start() {
    return start;
  }

  /** Walks file and value side by side: escapes and folded lines make them differ. */
  Place place(String value, int offset) {
    int[] wanted = value.codePoints().limit(Math.max(0, offset) + 1L).toArray();
    int at = beginning();
    int found = at;
    for (int i = 0; i <= offset; i++) {
      boolean inValue = i < wanted.length;
      at = inValue ? seek(at, wanted[i]) : at;
      found = at;
      at = inValue ? at + width(at, wanted[i]) : at;
    }
    return Lines.place(start, file, from, Math.min(found, file.length));
  }

  private int beginning() {
    return switch (style) {
      case PLAIN -> from;
      case SINGLE_QUOTED, DOUBLE_QUOTED -> from + 1;
      case BLOCK -> endOfLine(from);
    };
  }

  private int endOfLine(int index) {
    int at = index;
    while (at < file.length && file[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, file.length);
  }

  private int seek(int index, int codePoint) {
    int at = index;
    if (style == Style.DOUBLE_QUOTED) {
      at = pastEscapedLineBreak(at);
    }
    if (Character.isWhitespace(codePoint)) {
      return at;
    }
    while (at < file.length && file[at] != codePoint && Character.isWhitespace(file[at])) {
      at++;
    }
    return style == Style.DOUBLE_QUOTED ? pastEscapedLineBreak(at) : at;
  }

  private int pastEscapedLineBreak(int index) {
    int at = index;
    while (at + 1 < file.length && file[at] == '\\' && Lines.isBreak(file[at + 1])) {
      at += 2;
      while (at < file.length && Character.isWhitespace(file[at])) {
        at++;
      }
    }
    return at;
  }

  private int width(int at, int codePoint) {
    if (at >= file.length) {
      return 0;
    }
    if (style == Style.DOUBLE_QUOTED && file[at] == '\\' && at + 1 < file.length) {
      return switch (file[at + 1]) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
    if (style == Style.SINGLE_QUOTED && file[at] == '\'') {
      return 2;
    }
    return file[at] == codePoint ? 1 : 0;
  }
}
