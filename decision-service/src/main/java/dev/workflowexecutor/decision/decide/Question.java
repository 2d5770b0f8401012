package dev.workflowexecutor.decision.decide;

import java.util.List;

/**
 * A question for exactly one fact.
 *
 * @param fact the fact that is asked for
 * @param text the question as the person sees it
 * @param choices values that would answer it, where they are few enough to show; else empty
 */
public record Question(String fact, String text, List<String> choices) {

  public Question {
    choices = List.copyOf(choices);
  }
}
