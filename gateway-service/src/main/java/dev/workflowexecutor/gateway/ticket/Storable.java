package dev.workflowexecutor.gateway.ticket;

/** What of a text the read model's databases can hold. */
final class Storable {
  /** Of a longer text, which no service reads, the read model shows only the beginning. */
  private static final int SHOWN = 10_000;

  private Storable() {}

  /** The text without NUL, which PostgreSQL refuses. */
  static String text(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  static String shownText(String text) {
    if (text.codePointCount(0, text.length()) <= SHOWN) {
      return text(text);
    }
    return text(text.substring(0, text.offsetByCodePoints(0, SHOWN)));
  }
}
