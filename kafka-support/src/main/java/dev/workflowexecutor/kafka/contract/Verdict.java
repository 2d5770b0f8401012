package dev.workflowexecutor.kafka.contract;

import java.util.List;

/**
 * Whether a record keeps its contract.
 *
 * <pre>
 *   Kept          all demands are met
 *   Refused
 *     Broken        whose turn it is, is known: that turn still gets an honest outcome
 *     Unidentified  not even that
 * </pre>
 *
 * @param <R> the records' type
 */
public sealed interface Verdict<R> {

  /** The record keeps its contract. */
  record Kept<R>(R record) implements Verdict<R> {}

  /** The record belongs to the dead letters. */
  sealed interface Refused<R> extends Verdict<R> {

    /** Everything that is wrong with it, at least one. */
    List<Violation> violations();

    /** The same as a fault, for the dead letter. */
    default BrokenContractException fault() {
      return new BrokenContractException(violations());
    }
  }

  /** The record's ids and key can be relied upon, and nothing else of it. */
  record Broken<R>(R record, List<Violation> violations) implements Refused<R> {
    public Broken {
      violations = List.copyOf(violations);
    }
  }

  /** Nobody can say which turn the record belongs to. */
  record Unidentified<R>(List<Violation> violations) implements Refused<R> {
    public Unidentified {
      violations = List.copyOf(violations);
    }
  }
}
