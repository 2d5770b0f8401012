package dev.workflowexecutor.extraction.intent;

import java.util.List;
import java.util.Optional;

/**
 * What a reader says of a message.
 *
 * @param intent the declared intent, if one fits
 * @param confidence how probable the intent is, from 0 to 1; 0 without one
 * @param alternatives the most probable intents in falling order, the named one included
 * @param facts what the message states
 * @param dropped what the reader claimed and already took back
 */
public record Read(
    Act act,
    Optional<String> intent,
    double confidence,
    List<Score> alternatives,
    List<FoundFact> facts,
    List<Dropped> dropped) {

  public Read {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("expected 0 to 1, found " + confidence);
    }
    alternatives = List.copyOf(alternatives);
    facts = List.copyOf(facts);
    dropped = List.copyOf(dropped);
  }

  /** Nothing is understood. */
  public static Read nothing() {
    return new Read(Act.REPORT, Optional.empty(), 0, List.of(), List.of(), List.of());
  }
}
