package dev.workflowexecutor.workflow;

import dev.workflowexecutor.workflow.expression.Template;

/** What a rule may decide. */
public sealed interface Consequence {

  /** Run the workflow's steps. */
  record Execute() implements Consequence {}

  /** Hand the ticket to a person, saying this. */
  record Escalate(Template message) implements Consequence {}

  /** Decline, saying this. */
  record Reject(Template message) implements Consequence {}

  /** Ask the user for this fact. */
  record Ask(String fact) implements Consequence {}
}
