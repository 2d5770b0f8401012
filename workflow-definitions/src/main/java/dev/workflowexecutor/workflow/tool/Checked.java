package dev.workflowexecutor.workflow.tool;

/** What came of holding a JSON text against a tool's contract. */
public sealed interface Checked {

  /** It fits; the JSON is canonical, with its keys in the order of the contract. */
  record Valid(String json) implements Checked {}

  /** It doesn't fit; the reason names the field, what was expected and what was found. */
  record Invalid(String why) implements Checked {}
}
