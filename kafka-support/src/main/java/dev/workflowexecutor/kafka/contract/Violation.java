package dev.workflowexecutor.kafka.contract;

/**
 * A demand that a record breaks.
 *
 * @param found what was found instead; at most a few words of the record itself
 */
public record Violation(Demand demand, String found) {

  /** In words for operators. */
  @Override
  public String toString() {
    return demand.field() + ": expected " + demand.expected() + ", found " + found;
  }
}
