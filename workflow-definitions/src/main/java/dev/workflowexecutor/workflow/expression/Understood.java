package dev.workflowexecutor.workflow.expression;

import java.util.List;

/** What came of reading a text as an expression, condition or template. */
public sealed interface Understood<T> {

  /** It is one. */
  record Good<T>(T value) implements Understood<T> {}

  /** It isn't; at least one problem. */
  record Bad<T>(List<Problem> problems) implements Understood<T> {
    public Bad {
      problems = List.copyOf(problems);
    }
  }
}
