package dev.workflowexecutor.extraction.recognise;

import dev.workflowexecutor.extraction.spelling.Distance;
import dev.workflowexecutor.extraction.spelling.Vocabulary;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.fact.FactType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that state a choice, found as whole words, the longest first; a long word that nobody
 * knows may be one letter off.
 */
final class ChoiceWords {

  private static final int SHORTEST_MISSPELT = 5;
  private static final int LONGEST_MISSPELT = 40;

  private final Map<String, String> valueByWords = new HashMap<>();
  private final Set<String> singleWords = new HashSet<>();
  private final Vocabulary vocabulary;
  private int mostTokens = 1;

  ChoiceWords(FactType.Choice type, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (ChoiceValue choice : type.values()) {
      Stream.concat(Stream.of(choice.value()), choice.words().stream())
          .forEach(words -> add(words, choice.value()));
    }
  }

  /** The spans that state a choice; none overlaps another. */
  List<Span> find(String text, List<Token> tokens) {
    List<Span> found = new ArrayList<>();
    int first = 0;
    while (first < tokens.size()) {
      int count = longest(text, tokens, first);
      if (count > 0) {
        found.add(span(tokens, first, count));
      }
      first += Math.max(1, count);
    }
    return found;
  }

  /** Whether it is one of the words of which a choice's words consist: "keypad". */
  boolean contain(Token token) {
    return singleWords.contains(token.word());
  }

  /** The value of words that are one letter off, if only one value is that near. */
  Optional<String> misspelt(String quote) {
    String joined = Token.joined(quote);
    if (joined.length() < SHORTEST_MISSPELT
        || joined.length() > LONGEST_MISSPELT
        || Token.of(quote).stream().allMatch(token -> vocabulary.knows(token.word()))) {
      return Optional.empty();
    }
    Set<String> values =
        valueByWords.entrySet().stream()
            .filter(words -> words.getKey().length() >= SHORTEST_MISSPELT)
            .filter(words -> Distance.between(joined, words.getKey(), 1) == 1)
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
  }

  private void add(String words, String value) {
    String joined = Token.joined(words);
    if (!joined.isEmpty()) {
      valueByWords.putIfAbsent(joined, value);
      Token.of(words).forEach(token -> singleWords.add(token.word()));
      // One more than the words have, because people split them: "land line".
      mostTokens = Math.max(mostTokens, Token.of(words).size() + 1);
    }
  }

  private int longest(String text, List<Token> tokens, int first) {
    for (int count = Math.min(mostTokens, tokens.size() - first); count > 0; count--) {
      Span span = span(tokens, first, count);
      if (valueByWords.containsKey(joined(tokens, first, count))
          || (count == 1 && misspelt(span.of(text)).isPresent())) {
        return count;
      }
    }
    return 0;
  }

  private static String joined(List<Token> tokens, int first, int count) {
    return tokens.subList(first, first + count).stream()
        .map(Token::word)
        .collect(Collectors.joining());
  }

  private static Span span(List<Token> tokens, int first, int count) {
    return new Span(tokens.get(first).span().start(), tokens.get(first + count - 1).span().end());
  }
}
