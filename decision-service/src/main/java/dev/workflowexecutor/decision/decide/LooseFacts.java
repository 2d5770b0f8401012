package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.ticket.StatedFact;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.Workflow;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Facts that are said before anybody knows which workflow they are for. */
final class LooseFacts {

  private LooseFacts() {}

  /** The ticket, knowing each fact that all the workflows which declare it hear alike. */
  static Ticket heardBy(Turn turn) {
    Map<String, StatedFact> facts = new TreeMap<>();
    SortedSet<String> unclear = new TreeSet<>();
    for (String name : workflows(turn.intent())) {
      Optional<Workflow> workflow = turn.catalog().latest(name);
      if (workflow.isPresent()) {
        HeardFacts heard = HeardFacts.in(turn.intent(), workflow.get(), turn.ticket());
        unclear.addAll(heard.unclear().keySet());
        heard
            .taken()
            .forEach(
                (fact, stated) -> {
                  StatedFact other = facts.putIfAbsent(fact, stated);
                  if (other != null && !other.value().equals(stated.value())) {
                    unclear.add(fact);
                  }
                });
      }
    }
    Ticket heard = turn.ticket().stating(facts);
    for (String fact : unclear) {
      heard = heard.forgetting(fact);
    }
    return heard;
  }

  private static SortedSet<String> workflows(Intent intent) {
    return intent.facts().stream()
        .map(FoundFact::workflow)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
