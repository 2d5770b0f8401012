package dev.workflowexecutor.decision.decide;

/** Why a decision was taken; for the audit. */
public enum Reason {
  /** A rule of the workflow says so. */
  RULE,
  /** A required fact isn't known. */
  FACT_MISSING,
  /** The same fact was asked for as often as the workflow allows. */
  ASKED_TOO_OFTEN,
  /** The person wants to talk to a human. */
  ASKED_FOR_PERSON,
  /** The person wants nothing more. */
  CANCELLED,
  /** No declared intent is known, and no question is open. */
  NO_INTENT,
  /** The message has no text. */
  EMPTY_TEXT,
  /** The message has more text than is read. */
  TEXT_TOO_LONG,
  /** No reader could answer. */
  READER_FAILED,
  /** None of the workflow's rules holds. */
  NO_RULE_HOLDS,
  /** There is nothing that could be cancelled. */
  NOTHING_OPEN,
  /** The workflow's definition or one of its expressions failed. */
  EVALUATION_FAILED,
  /** The open question was never answered. */
  EXPIRED
}
