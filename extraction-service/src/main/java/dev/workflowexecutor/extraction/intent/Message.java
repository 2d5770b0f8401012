package dev.workflowexecutor.extraction.intent;

import java.time.Instant;

/**
 * What a person wrote.
 *
 * @param text unchanged
 * @param at when it was written; what "yesterday" counts from
 */
public record Message(String text, Instant at) {

  /** The longest text that is read, in UTF-16 units. */
  public static final int MAX_LENGTH = 10_000;
}
