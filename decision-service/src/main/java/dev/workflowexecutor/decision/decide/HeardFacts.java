package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.ticket.StatedFact;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.fact.FactType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a message says about the facts of one workflow.
 *
 * @param taken facts with the one value that the message states
 * @param unclear the words for facts with more than one value, by fact name; none of them is taken
 */
record HeardFacts(SortedMap<String, StatedFact> taken, SortedMap<String, List<String>> unclear) {

  /** What is said where no question is open. */
  static HeardFacts in(Intent intent, Workflow workflow, Ticket ticket) {
    return in(intent, workflow, ticket, Optional.empty());
  }

  /**
   * What is said where that fact is awaited.
   *
   * @param otherSubject whether the message names an intent of another workflow
   */
  static HeardFacts answering(
      String awaited, Intent intent, Workflow workflow, Ticket ticket, boolean otherSubject) {
    HeardFacts heard = in(intent, workflow, ticket, Optional.of(awaited));
    Fact fact = workflow.facts().get(awaited);
    if (fact == null || heard.mentions(awaited)) {
      return heard;
    }
    return isAboutElse(fact, intent, otherSubject || heard.corrects(intent))
        ? heard
        : heard.orWholeMessage(fact, intent);
  }

  // Any message would do as a free text, and many a sentence run together as an identifier.
  private static boolean isAboutElse(Fact fact, Intent intent, boolean elsewhere) {
    return switch (fact.type()) {
      case FactType.Text _ -> elsewhere;
      case FactType.Identifier _ -> elsewhere || intent.named().isPresent();
      case FactType _ -> false;
    };
  }

  private boolean corrects(Intent intent) {
    return intent.act() == Act.CORRECT && !taken.isEmpty();
  }

  private HeardFacts orWholeMessage(Fact fact, Intent intent) {
    return fact.type()
        .normalise(intent.text(), intent.submittedAt())
        .map(value -> and(fact.name(), StatedFact.now(value, intent.text())))
        .orElse(this);
  }

  /** Whether the message has anything to say about the fact, clear or not. */
  boolean mentions(String fact) {
    return taken.containsKey(fact) || unclear.containsKey(fact);
  }

  /** Whether the ticket would have another value of a fact, or lack one that is required. */
  boolean changes(Ticket ticket, Workflow workflow) {
    return unclear.keySet().stream().anyMatch(fact -> isRequired(workflow, fact))
        || taken.entrySet().stream()
            .anyMatch(
                it -> {
                  StatedFact known = ticket.stated().get(it.getKey());
                  return known == null || !known.value().equals(it.getValue().value());
                });
  }

  /** The ticket after the message; of a fact that is unclear nothing is known any more. */
  Ticket heardBy(Ticket ticket) {
    Ticket heard = ticket.stating(taken);
    for (String fact : unclear.keySet()) {
      heard = heard.forgetting(fact);
    }
    return heard;
  }

  private static HeardFacts in(
      Intent intent, Workflow workflow, Ticket ticket, Optional<String> awaited) {
    Map<String, List<FoundFact>> found = new LinkedHashMap<>();
    for (FoundFact it : intent.facts()) {
      Fact fact = workflow.facts().get(it.fact());
      if (fact != null && it.workflow().equals(workflow.name()) && counts(fact, awaited)) {
        KnownFacts.canonical(fact, it.value(), it.quote(), intent.submittedAt())
            .map(value -> withValue(it, value))
            .ifPresent(
                known -> found.computeIfAbsent(fact.name(), _ -> new ArrayList<>()).add(known));
      }
    }
    HeardFacts heard = new HeardFacts(new TreeMap<>(), new TreeMap<>());
    found.forEach((fact, values) -> heard.settle(fact, values, intent.act(), ticket));
    return heard;
  }

  // A yes or no means something only as the answer to a question.
  private static boolean counts(Fact fact, Optional<String> awaited) {
    return !(fact.type() instanceof FactType.Bool)
        || awaited.filter(fact.name()::equals).isPresent();
  }

  private static boolean isRequired(Workflow workflow, String fact) {
    Fact declared = workflow.facts().get(fact);
    return declared != null && declared.required();
  }

  private void settle(String fact, List<FoundFact> found, Act act, Ticket ticket) {
    List<FoundFact> meant = withoutTakenBack(found);
    Set<String> values = new LinkedHashSet<>();
    meant.forEach(it -> values.add(it.value()));
    StatedFact known = ticket.stated().get(fact);
    if (act == Act.CORRECT && values.size() == 2 && known != null) {
      values.remove(known.value());
    }
    if (values.size() == 1) {
      String value = values.iterator().next();
      taken.put(fact, StatedFact.now(value, quote(meant, value)));
    } else {
      unclear.put(fact, meant.stream().map(FoundFact::quote).distinct().toList());
    }
  }

  private static List<FoundFact> withoutTakenBack(List<FoundFact> found) {
    Set<String> takenBack = new LinkedHashSet<>();
    found.forEach(it -> it.corrects().ifPresent(takenBack::add));
    List<FoundFact> corrections = found.stream().filter(it -> it.corrects().isPresent()).toList();
    List<FoundFact> standing =
        corrections.stream().filter(it -> !takenBack.contains(it.value())).toList();
    if (!standing.isEmpty()) {
      return standing;
    }
    return corrections.isEmpty() ? found : corrections;
  }

  private static String quote(List<FoundFact> found, String value) {
    return found.stream()
        .filter(it -> it.value().equals(value))
        .map(FoundFact::quote)
        .findFirst()
        .orElse(value);
  }

  private static FoundFact withValue(FoundFact found, String value) {
    return new FoundFact(found.workflow(), found.fact(), value, found.quote(), found.corrects());
  }

  private HeardFacts and(String fact, StatedFact stated) {
    SortedMap<String, StatedFact> more = new TreeMap<>(taken);
    more.put(fact, stated);
    return new HeardFacts(more, unclear);
  }
}
