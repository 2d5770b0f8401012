package dev.workflowexecutor.workflow.fact;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Ids by their pattern, which is matched in linear time (RE2). */
final class Identifiers {

  private Identifiers() {}

  static Optional<String> normalise(Pattern pattern, String quote) {
    String said = quote.strip();
    String joined = said.replaceAll("[\\s_-]+", "");
    return Stream.of(said, said.toUpperCase(Locale.ROOT), joined, joined.toUpperCase(Locale.ROOT))
        .filter(form -> !form.isEmpty() && pattern.matches(form))
        .findFirst();
  }
}
