package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.kafka.deadletter.Refusal;

/** The followers of the definitions rejected a record, which so belongs to the dead letters. */
final class RejectedDefinitionException extends RuntimeException implements Refusal {

  private static final long serialVersionUID = 1L;

  private final String code;

  RejectedDefinitionException(RejectedDefinition rejected) {
    super(rejected.reason(), null, false, false);
    this.code = rejected.code();
  }

  @Override
  public String reason() {
    return code;
  }
}
