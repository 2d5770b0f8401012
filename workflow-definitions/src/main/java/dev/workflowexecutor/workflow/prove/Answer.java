package dev.workflowexecutor.workflow.prove;

import dev.workflowexecutor.workflow.expression.NamePath;

/** What an expression gives in a case. */
sealed interface Answer {

  Answer TRUE = new Known(true);
  Answer FALSE = new Known(false);

  /** A boolean. */
  record Known(boolean value) implements Answer {}

  /** A value that is no boolean. */
  record Value() implements Answer {}

  /** Nothing: it reads this name, which isn't there. */
  record Absent(NamePath path) implements Answer {}

  /** Nothing: its evaluation fails, for example by a division by zero. */
  record Fails() implements Answer {}

  /** That depends on a variable which the case leaves open. */
  record Needs(Variable variable) implements Answer {}

  static Answer of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Whether it is neither a boolean nor open: the evaluation ends without one. */
  default boolean isError() {
    return this instanceof Absent || this instanceof Fails;
  }
}
