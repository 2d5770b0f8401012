package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.kafka.deadletter.Refusal;

/** A record keeps its contract, but the read model's database refuses it. */
final class UnstorableRecordException extends RuntimeException implements Refusal {

  private static final long serialVersionUID = 1L;

  UnstorableRecordException(Throwable cause) {
    super("the database refuses it: " + cause.getMessage(), cause);
  }

  @Override
  public String reason() {
    return "NOT_STORABLE";
  }
}
