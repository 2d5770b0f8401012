package dev.workflowexecutor.workflow.fact;

import java.util.Optional;
import java.util.Set;

/** Yes and no in the words of English and of romanised and Devanagari Hindi. */
final class YesOrNo {

  private static final Set<String> YES =
      Set.of(
          "true",
          "yes",
          "y",
          "yeah",
          "yep",
          "yup",
          "ya",
          "sure",
          "ok",
          "okay",
          "correct",
          "right",
          "of course",
          "yes please",
          "i do",
          "it is",
          "it does",
          "haan",
          "han",
          "haa",
          "ha",
          "ji",
          "haan ji",
          "ji haan",
          "ha ji",
          "हाँ",
          "हां",
          "जी");
  private static final Set<String> NO =
      Set.of(
          "false",
          "no",
          "n",
          "nope",
          "nah",
          "not",
          "never",
          "no thanks",
          "not really",
          "i don't",
          "i do not",
          "it isn't",
          "it is not",
          "it doesn't",
          "it does not",
          "nahi",
          "nahin",
          "nai",
          "na",
          "ji nahi",
          "नहीं",
          "नही");

  private YesOrNo() {}

  static Optional<String> normalise(String quote) {
    String said = Words.plain(quote).replace('’', '\'');
    if (YES.contains(said)) {
      return Optional.of("true");
    }
    return NO.contains(said) ? Optional.of("false") : Optional.empty();
  }

  static Boolean value(String canonical) {
    return switch (canonical) {
      case "true" -> true;
      case "false" -> false;
      case String _ -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
