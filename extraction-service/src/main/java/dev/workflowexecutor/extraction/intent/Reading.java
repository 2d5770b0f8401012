package dev.workflowexecutor.extraction.intent;

/** How the reading of a message went. */
public enum Reading {
  /** The text fits nothing that is declared. */
  UNKNOWN,
  /** An intent was named, or at least a fact found, or an act other than a report. */
  UNDERSTOOD,
  /** There was nothing to read. */
  EMPTY_TEXT,
  /** The text has more than {@link Message#MAX_LENGTH} UTF-16 units. */
  TEXT_TOO_LONG,
  /** No reader could answer. */
  READER_FAILED
}
