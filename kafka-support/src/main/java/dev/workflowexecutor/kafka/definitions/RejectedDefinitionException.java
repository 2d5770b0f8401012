package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.kafka.deadletter.Refusal;

/** A definition keeps its contract as a record, but not the rules of the workflow language. */
final class RejectedDefinitionException extends RuntimeException implements Refusal {

  /** It doesn't compile, isn't what it says, or conflicts with what was published before. */
  static final String REASON = "REJECTED_DEFINITION";

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 2_000;

  RejectedDefinitionException(String message) {
    super(message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message);
  }

  @Override
  public String reason() {
    return REASON;
  }
}
