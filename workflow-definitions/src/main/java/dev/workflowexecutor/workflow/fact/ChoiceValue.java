package dev.workflowexecutor.workflow.fact;

import java.util.List;

/** One value of a choice, with the words people use for it; the value itself is always one. */
public record ChoiceValue(String value, List<String> words) {

  public ChoiceValue {
    words = List.copyOf(words);
  }
}
