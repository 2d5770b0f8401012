package dev.workflowexecutor.extraction.conversation;

import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.extraction.intent.FoundFact;
import dev.workflowexecutor.extraction.recognise.Fillers;
import dev.workflowexecutor.extraction.recognise.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message does in the conversation, before anybody asks which intent it has.
 *
 * @param act what its phrases do
 * @param unlessIntent whether the act holds only if the message names no intent by itself
 * @param phrases the phrases of the act
 * @param values the spans of all values, also of those taken back
 * @param facts what it states
 */
public record Heard(
    Act act, boolean unlessIntent, List<Span> phrases, List<Span> values, List<FoundFact> facts) {

  public Heard {
    phrases = List.copyOf(phrases);
    values = List.copyOf(values);
    facts = List.copyOf(facts);
  }

  /** The text without the act's phrases, of the same length. */
  public String rest(String text) {
    return Phrases.without(phrases, text);
  }

  /**
   * Whether nothing is left of the text beside phrases, values and fillers.
   *
   * @param besideValues words that only belong to the values
   */
  public boolean saysNothingElse(String text, List<Span> besideValues) {
    List<Span> accountedFor = new ArrayList<>(values);
    accountedFor.addAll(besideValues);
    return Fillers.remaining(rest(text), accountedFor).isEmpty();
  }
}
