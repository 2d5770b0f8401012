package dev.workflowexecutor.extraction.intent;

/**
 * A value that a reader gave and that was refused.
 *
 * @param fact the fact's name as the reader gave it, or {@code intent}; cut at 100 characters
 * @param value the value as the reader gave it; cut at 200 characters
 */
public record Dropped(String fact, String value, Reason reason) {

  /** Why a value is refused. */
  public enum Reason {
    /** The words aren't in the text. */
    NOT_IN_TEXT,
    /** The words don't say that value. */
    NOT_NORMALISABLE,
    /** No such intent or fact is declared. */
    NOT_DECLARED
  }

  public Dropped {
    fact = Texts.cut(fact, 100);
    value = Texts.cut(value, 200);
  }
}
