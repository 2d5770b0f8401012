package dev.workflowexecutor.extraction.recognise;

import dev.workflowexecutor.extraction.spelling.Vocabulary;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.fact.FactType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the facts of all workflows of a catalog in a text, each at its latest version.
 *
 * <p>Facts of type text aren't looked for: any text would do. Immutable, thread-safe and
 * deterministic.
 */
public final class FactRecognisers {

  private final List<Declared> declared = new ArrayList<>();
  private final Map<FactType, ChoiceWords> choices = new HashMap<>();

  public FactRecognisers(Catalog catalog, Vocabulary vocabulary) {
    for (var workflow : catalog.latest()) {
      for (var fact : workflow.facts().values()) {
        declared.add(new Declared(workflow.name(), fact.name(), fact.type()));
        if (fact.type() instanceof FactType.Choice choice) {
          choices.computeIfAbsent(choice, _ -> new ChoiceWords(choice, vocabulary));
        }
      }
    }
  }

  /**
   * What the text states, ordered by start, then workflow, then fact.
   *
   * @param at when it was written; what relative dates count from
   */
  public List<Recognised> find(String text, Instant at) {
    List<Token> tokens = Token.of(text);
    Map<FactType, List<Found>> byType = new HashMap<>();
    List<Recognised> recognised = new ArrayList<>();
    for (Declared fact : declared) {
      byType.computeIfAbsent(fact.type(), type -> values(type, text, tokens, at)).stream()
          .map(found -> new Recognised(fact.workflow(), fact.fact(), found.value(), found.span()))
          .forEach(recognised::add);
    }
    return recognised.stream().sorted(Recognised.IN_ORDER).toList();
  }

  /** The words beside the values that only belong to them: "keypad one" beside "Nokia". */
  public List<Span> wordsBeside(List<Recognised> found, String text) {
    List<ChoiceWords> choicesFound =
        declared.stream()
            .filter(fact -> found.stream().anyMatch(fact::isMeantBy))
            .map(fact -> choices.get(fact.type()))
            .filter(Objects::nonNull)
            .toList();
    return Token.of(text).stream()
        .filter(token -> choicesFound.stream().anyMatch(words -> words.contain(token)))
        .map(Token::span)
        .toList();
  }

  /** The canonical value that a quote supports: by the type's normaliser, or a letter off it. */
  public Optional<String> value(FactType type, String quote, Instant at) {
    return type.normalise(quote, at)
        .or(() -> Optional.ofNullable(choices.get(type)).flatMap(words -> words.misspelt(quote)));
  }

  private List<Found> values(FactType type, String text, List<Token> tokens, Instant at) {
    List<Found> found = new ArrayList<>();
    ChoiceWords words = choices.get(type);
    List<Span> spans = words == null ? Candidates.of(type, text) : words.find(text, tokens);
    add(type, spans, text, at, found);
    if (found.isEmpty() && !(type instanceof FactType.Text)) {
      add(type, Candidates.answer(text), text, at, found);
    }
    return found;
  }

  private void add(FactType type, List<Span> spans, String text, Instant at, List<Found> found) {
    for (Span span : spans) {
      if (found.stream().noneMatch(earlier -> earlier.span().overlaps(span))) {
        value(type, span.of(text), at).ifPresent(value -> found.add(new Found(value, span)));
      }
    }
  }

  private record Declared(String workflow, String fact, FactType type) {
    boolean isMeantBy(Recognised found) {
      return found.workflow().equals(workflow) && found.fact().equals(fact);
    }
  }

  private record Found(String value, Span span) {}
}
