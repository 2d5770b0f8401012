package dev.workflowexecutor.workflow.expression;

/**
 * Something wrong in the text of an expression or template.
 *
 * @param offset where, in code points from the text's start
 */
public record Problem(Kind kind, int offset, String expected, String found, String advice) {

  /** What it is about. */
  public enum Kind {
    /** The text can't be read. */
    SYNTAX,
    /** A name that isn't declared, or isn't known at its place. */
    NAME,
    /** A value, or a type that follows from the declarations of the names. */
    TYPE
  }

  /** The same in a text that has so many code points before this one. */
  Problem shifted(int by) {
    return new Problem(kind, offset + by, expected, found, advice);
  }
}
