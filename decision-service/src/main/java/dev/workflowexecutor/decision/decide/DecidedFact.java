package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.ticket.FactSource;
import dev.workflowexecutor.decision.ticket.StatedFact;
import java.util.Optional;

/**
 * A fact as a decision took it.
 *
 * @param value the value in the canonical form of the fact's type
 * @param evidence the words that support it; only of facts that the person stated
 */
public record DecidedFact(String fact, String value, FactSource source, Optional<String> evidence) {

  static DecidedFact stated(String name, StatedFact fact) {
    return new DecidedFact(name, fact.value(), fact.source(), Optional.of(fact.evidence()));
  }

  static DecidedFact given(String name, String value) {
    return new DecidedFact(name, value, FactSource.GIVEN, Optional.empty());
  }

  static DecidedFact inferred(String name, String value) {
    return new DecidedFact(name, value, FactSource.INFERRED, Optional.empty());
  }
}
