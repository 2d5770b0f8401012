package dev.workflowexecutor.workflow.fact;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Choices with an index of their words, so that a long table is as fast as a short one. */
final class IndexedChoices extends AbstractList<ChoiceValue> {

  private final List<ChoiceValue> choices;
  private final Set<String> values = new HashSet<>();
  private final Map<String, String> valueByWord = new HashMap<>();

  private IndexedChoices(List<ChoiceValue> choices) {
    this.choices = choices;
    for (ChoiceValue choice : choices) {
      values.add(choice.value());
      index(choice.value(), choice.value());
      choice.words().forEach(word -> index(word, choice.value()));
    }
  }

  static IndexedChoices of(List<ChoiceValue> choices) {
    return choices instanceof IndexedChoices indexed
        ? indexed
        : new IndexedChoices(List.copyOf(choices));
  }

  Optional<String> normalise(String quote) {
    return values.contains(quote)
        ? Optional.of(quote)
        : Optional.ofNullable(valueByWord.get(Words.joined(quote)));
  }

  private void index(String word, String value) {
    String joined = Words.joined(word);
    if (!joined.isEmpty()) {
      valueByWord.putIfAbsent(joined, value);
    }
  }

  @Override
  public ChoiceValue get(int index) {
    return choices.get(index);
  }

  @Override
  public int size() {
    return choices.size();
  }
}
