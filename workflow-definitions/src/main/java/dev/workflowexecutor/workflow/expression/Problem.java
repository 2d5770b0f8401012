package dev.workflowexecutor.workflow.expression;

/**
 * Something wrong in the text of an expression or template.
 *
 * @param offset where, in code points from the text's start
 */
public record Problem(int offset, String expected, String found, String advice) {

  /** The same in a text that has so many code points before this one. */
  Problem shifted(int by) {
    return new Problem(offset + by, expected, found, advice);
  }
}
