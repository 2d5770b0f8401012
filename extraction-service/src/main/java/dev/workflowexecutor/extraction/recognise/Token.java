package dev.workflowexecutor.extraction.recognise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of letters and digits in a text.
 *
 * @param word in lower case, compatible characters unified
 */
public record Token(String word, Span span) {

  private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** The tokens of a text in their order. */
  public static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher run = RUN.matcher(text);
    while (run.find()) {
      tokens.add(new Token(plain(run.group()), new Span(run.start(), run.end())));
    }
    return tokens;
  }

  /** The letters and digits of a text, joined. */
  static String joined(String text) {
    StringBuilder joined = new StringBuilder();
    of(text).forEach(token -> joined.append(token.word()));
    return joined.toString();
  }

  private static String plain(String run) {
    return Normalizer.normalize(run, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
