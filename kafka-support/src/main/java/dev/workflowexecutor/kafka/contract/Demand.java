package dev.workflowexecutor.kafka.contract;

/**
 * One thing that a contract demands of a record beyond its schema.
 *
 * @param scope what isn't known of a record that breaks it
 * @param field the field that it is about, or {@code key}, or {@code value} for the whole record
 * @param expected what is expected of the field, in words that go after "expected"
 */
public record Demand(Scope scope, String field, String expected) {

  /** What a broken demand leaves unknown. */
  public enum Scope {
    /** Whose turn the record belongs to: nobody can be told anything. */
    IDENTITY,
    /** What the record says; whose turn it is, is known. */
    CONTENT
  }
}
