package dev.workflowexecutor.extraction.intent;

import dev.workflowexecutor.extraction.recognise.FactRecognisers;
import dev.workflowexecutor.extraction.spelling.Vocabulary;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes from a reader's answer what is declared and what the text supports, and records the rest as
 * dropped.
 *
 * <p>A fact stays only if its quote stands in the text where it says, and if the fact's own
 * normaliser makes the value of the quote. Immutable and thread-safe.
 */
public final class Grounding {

  private static final int MOST_ALTERNATIVES = 5;

  private final Catalog catalog;
  private final FactRecognisers recognisers;

  public Grounding(Catalog catalog) {
    this(catalog, new FactRecognisers(catalog, Vocabulary.of(catalog)));
  }

  Grounding(Catalog catalog, FactRecognisers recognisers) {
    this.catalog = catalog;
    this.recognisers = recognisers;
  }

  /** The part of the answer that the message and the catalog support. */
  public Read ground(Read claimed, Message message) {
    List<Dropped> dropped = new ArrayList<>(claimed.dropped());
    Optional<String> intent = claimed.intent().filter(this::isDeclared);
    if (intent.isEmpty()) {
      claimed
          .intent()
          .map(name -> new Dropped("intent", name, Dropped.Reason.NOT_DECLARED))
          .ifPresent(dropped::add);
    }
    return new Read(
        claimed.act(),
        intent,
        intent.isPresent() ? claimed.confidence() : 0,
        alternatives(claimed),
        facts(claimed, message, dropped),
        dropped);
  }

  private boolean isDeclared(String intent) {
    return catalog.byIntent(intent).isPresent();
  }

  private List<Score> alternatives(Read claimed) {
    return claimed.alternatives().stream()
        .filter(score -> isDeclared(score.intent()))
        .limit(MOST_ALTERNATIVES)
        .toList();
  }

  private List<FoundFact> facts(Read claimed, Message message, List<Dropped> dropped) {
    Set<FoundFact> grounded = new HashSet<>();
    for (FoundFact fact : claimed.facts()) {
      Optional<Dropped.Reason> refusal = refusal(fact, message);
      if (refusal.isEmpty()) {
        grounded.add(fact);
      } else {
        dropped.add(new Dropped(fact.fact(), fact.value(), refusal.get()));
      }
    }
    return grounded.stream().sorted(FoundFact.IN_ORDER).toList();
  }

  private Optional<Dropped.Reason> refusal(FoundFact fact, Message message) {
    Optional<Fact> declared =
        catalog
            .latest(fact.workflow())
            .flatMap(workflow -> Optional.ofNullable(workflow.facts().get(fact.fact())));
    if (declared.isEmpty()) {
      return Optional.of(Dropped.Reason.NOT_DECLARED);
    }
    if (!isQuoted(fact, message.text())) {
      return Optional.of(Dropped.Reason.NOT_IN_TEXT);
    }
    return recognisers
            .value(declared.get().type(), fact.quote(), message.at())
            .filter(fact.value()::equals)
            .isPresent()
        ? Optional.empty()
        : Optional.of(Dropped.Reason.NOT_NORMALISABLE);
  }

  private static boolean isQuoted(FoundFact fact, String text) {
    return fact.start() >= 0
        && fact.start() < fact.end()
        && fact.end() <= text.length()
        && text.substring(fact.start(), fact.end()).equals(fact.quote());
  }
}
