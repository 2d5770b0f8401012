package dev.workflowexecutor.kafka.contract;

import org.jspecify.annotations.Nullable;

/** Values of refused records in messages: short, and without what would break a line of a log. */
final class Shown {

  private static final int LONGEST = 50;

  private Shown() {}

  static String text(@Nullable String value) {
    if (value == null) {
      return "none";
    }
    if (value.isBlank()) {
      return "blank text";
    }
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
    String clean =
        cut.codePoints()
            .map(point -> Character.isISOControl(point) ? '?' : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return "'" + clean + "'" + (value.length() > LONGEST ? " of " + value.length() : "");
  }
}
