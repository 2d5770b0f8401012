package dev.workflowexecutor.extraction.intent;

import java.util.Comparator;
import java.util.Optional;

/**
 * A value of a declared fact and the words that support it.
 *
 * @param workflow the workflow that declares the fact
 * @param fact the fact's name
 * @param value canonical
 * @param quote the supporting words, to the letter
 * @param start where they begin in the text, in UTF-16 units
 * @param end where they end, exclusive
 * @param corrects the canonical value that the person takes back with this one
 */
public record FoundFact(
    String workflow,
    String fact,
    String value,
    String quote,
    int start,
    int end,
    Optional<String> corrects) {

  /** By start, then workflow, then fact. */
  static final Comparator<FoundFact> IN_ORDER =
      Comparator.comparingInt(FoundFact::start)
          .thenComparing(FoundFact::workflow)
          .thenComparing(FoundFact::fact);
}
