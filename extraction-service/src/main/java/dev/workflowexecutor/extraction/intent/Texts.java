package dev.workflowexecutor.extraction.intent;

/** What is done to texts before they are read or recorded. */
final class Texts {

  private Texts() {}

  /** At most that many UTF-16 units, never half a character. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /**
   * The text with a space for each control character and each half of a character, which no reader
   * and no wire can bear; of the same length, so that spans stay where they are.
   */
  static String readable(String text) {
    StringBuilder readable = new StringBuilder(text);
    int position = 0;
    while (position < text.length()) {
      int point = text.codePointAt(position);
      if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
        readable.setCharAt(position, ' ');
      }
      position += Character.charCount(point);
    }
    return readable.toString();
  }

  /** Whether nothing in it can be read: no letter, digit or symbol. */
  static boolean isEmpty(String text) {
    return text.codePoints()
        .allMatch(
            point ->
                Character.isWhitespace(point)
                    || Character.isSpaceChar(point)
                    || Character.getType(point) == Character.FORMAT);
  }
}
