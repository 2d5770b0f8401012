package dev.workflowexecutor.decision.intent;

/** How the reading of a message went. */
public enum Reading {
  /** The text fits nothing that is declared. */
  UNKNOWN,
  /** An intent was named, or at least a fact, or an act other than a report. */
  UNDERSTOOD,
  /** There was nothing to read. */
  EMPTY_TEXT,
  /** The text was longer than a reader takes. */
  TEXT_TOO_LONG,
  /** No reader could answer. */
  READER_FAILED
}
