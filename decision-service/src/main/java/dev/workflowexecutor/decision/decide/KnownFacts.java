package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.ticket.FactSource;
import dev.workflowexecutor.decision.ticket.GivenFact;
import dev.workflowexecutor.decision.ticket.StatedFact;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts of a ticket in the eyes of one workflow, ordered by name. */
final class KnownFacts {

  private KnownFacts() {}

  /** What the person stated and, where the person didn't, what the upstream system gave. */
  static List<DecidedFact> of(Workflow workflow, Ticket ticket) {
    List<DecidedFact> known = new ArrayList<>();
    for (Fact fact : workflow.facts().values()) {
      known(fact, ticket).ifPresent(known::add);
    }
    known.sort(Comparator.comparing(DecidedFact::fact));
    return known;
  }

  /** Everything that the person stated, for whichever workflow. */
  static List<DecidedFact> statedIn(Ticket ticket) {
    return ticket.stated().entrySet().stream()
        .map(stated -> DecidedFact.stated(stated.getKey(), stated.getValue()))
        .toList();
  }

  /** The ticket with its stated facts in the form that the workflow declares them in. */
  static Ticket restated(Ticket ticket, Workflow workflow, Instant at) {
    return ticket.restating(
        (name, stated) ->
            Optional.ofNullable(workflow.facts().get(name))
                .map(fact -> normalised(fact, stated, at))
                .orElse(Optional.of(stated)));
  }

  private static Optional<StatedFact> normalised(Fact fact, StatedFact stated, Instant at) {
    return canonical(fact, stated.value(), stated.evidence(), at)
        .map(value -> new StatedFact(value, FactSource.EARLIER, stated.evidence()));
  }

  /** A value that a reader or an earlier version gave, in the form of this fact's type. */
  static Optional<String> canonical(Fact fact, String value, String quote, Instant at) {
    return Stream.of(value, quote)
        .flatMap(it -> fact.type().normalise(it, at).stream())
        .findFirst();
  }

  private static Optional<DecidedFact> known(Fact fact, Ticket ticket) {
    StatedFact stated = ticket.stated().get(fact.name());
    if (stated != null) {
      return Optional.of(DecidedFact.stated(fact.name(), stated));
    }
    GivenFact given = ticket.given().get(fact.name());
    return Optional.ofNullable(given)
        .flatMap(it -> fact.type().normalise(it.value(), it.at()))
        .map(value -> DecidedFact.given(fact.name(), value));
  }
}
