package dev.workflowexecutor.workflow.fact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words as people type them, brought into comparable forms. */
final class Words {

  /** The longest quote that any type reads, in UTF-16 units. */
  static final int MAX_LENGTH = 2_000;

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}_]+");
  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}.,;:!?]+$");

  private Words() {}

  static Optional<String> normalise(String quote) {
    String text = SPACES.matcher(quote).replaceAll(" ").strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /**
   * Lower case, compatible characters unified, single spaces, no sentence punctuation at the end.
   */
  static String plain(String quote) {
    String unified = Normalizer.normalize(quote, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return SPACES.matcher(EDGES.matcher(unified).replaceAll("")).replaceAll(" ");
  }

  /** As {@link #plain}, and without spaces, hyphens and underscores. */
  static String joined(String quote) {
    return SEPARATORS.matcher(plain(quote)).replaceAll("");
  }
}
