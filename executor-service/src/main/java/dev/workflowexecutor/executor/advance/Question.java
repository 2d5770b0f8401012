package dev.workflowexecutor.executor.advance;

import java.util.List;

/**
 * A question that is open after the turn.
 *
 * @param text the question as the person sees it
 * @param awaiting the fact that it asks for
 * @param choices the values that would answer it, where they are few enough to show; else empty
 */
public record Question(String text, String awaiting, List<String> choices) {

  public Question {
    Required.text("question", text);
    Required.text("awaiting", awaiting);
    choices = List.copyOf(choices);
  }
}
