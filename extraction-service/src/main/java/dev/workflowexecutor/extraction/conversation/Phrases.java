package dev.workflowexecutor.extraction.conversation;

import dev.workflowexecutor.extraction.recognise.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phrases of English and of romanised Hindi, found anywhere in a text, in whatever case. */
final class Phrases {

  private final Pattern pattern;

  private Phrases(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Alternatives, each a regular expression; a typographic apostrophe counts as a plain one. */
  static Phrases of(String... alternatives) {
    return new Phrases(
        Pattern.compile(
            "(?<![\\p{L}\\p{N}'])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    Matcher phrase = pattern.matcher(plain(text));
    while (phrase.find()) {
      found.add(new Span(phrase.start(), phrase.end()));
    }
    return found;
  }

  boolean occurIn(String text) {
    return pattern.matcher(plain(text)).find();
  }

  /** Whether the text ends with one, spaces aside. */
  boolean end(String text) {
    Matcher phrase = pattern.matcher(plain(text).stripTrailing());
    boolean ends = false;
    while (phrase.find()) {
      ends = phrase.hitEnd() || phrase.end() == phrase.regionEnd();
    }
    return ends;
  }

  /** The text with each phrase blanked out, of the same length. */
  static String without(List<Span> phrases, String text) {
    StringBuilder blanked = new StringBuilder(text);
    for (Span phrase : phrases) {
      for (int i = phrase.start(); i < phrase.end(); i++) {
        blanked.setCharAt(i, ' ');
      }
    }
    return blanked.toString();
  }

  // One unit for one unit, so that spans stay where they are.
  private static String plain(String text) {
    return text.replace('’', '\'').replace('‘', '\'');
  }
}
