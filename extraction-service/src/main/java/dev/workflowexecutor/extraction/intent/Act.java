package dev.workflowexecutor.extraction.intent;

/** What a person does with a message. */
public enum Act {
  /** Describes a problem or answers a question. */
  REPORT,
  /** Replaces something said before. */
  CORRECT,
  /** Wants nothing more. */
  CANCEL,
  /** Wants to talk to a human. */
  ASK_FOR_PERSON
}
