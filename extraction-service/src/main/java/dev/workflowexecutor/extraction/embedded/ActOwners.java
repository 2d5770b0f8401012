package dev.workflowexecutor.extraction.embedded;

import dev.workflowexecutor.extraction.conversation.Heard;
import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.extraction.recognise.Fillers;
import dev.workflowexecutor.extraction.recognise.Span;
import dev.workflowexecutor.extraction.recognise.Token;
import dev.workflowexecutor.workflow.Catalog;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The intents that are about cancelling something, whose examples use the very words. */
final class ActOwners {

  private static final Set<String> CANCELLING =
      Set.of("cancel", "cancelling", "cancellation", "stop", "close", "withdraw", "abort", "end");

  private final Map<String, Set<String>> wordsByIntent = new HashMap<>();

  ActOwners(Catalog catalog) {
    for (var workflow : catalog.latest()) {
      for (var intent : workflow.intents().values()) {
        Set<String> words = new HashSet<>();
        intent.examples().forEach(example -> words.addAll(words(example)));
        words.retainAll(CANCELLING);
        wordsByIntent.put(intent.name(), words);
      }
    }
  }

  /** Whether the text's first intent is about what the phrases of a cancellation say. */
  boolean own(Ranking ranking, Heard heard, String text) {
    if (heard.act() != Act.CANCEL || !ranking.admitted()) {
      return false;
    }
    Set<String> about = wordsByIntent.getOrDefault(ranking.scores().getFirst().intent(), Set.of());
    return heard.phrases().stream()
        .map((Span phrase) -> words(phrase.of(text)))
        .anyMatch(words -> words.stream().anyMatch(about::contains));
  }

  private static List<String> words(String text) {
    return Token.of(text).stream().map(Token::word).filter(word -> !Fillers.contain(word)).toList();
  }
}
