package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.kafka.deadletter.DeadLetter;

/**
 * A record on the topic of definitions that didn't become part of the catalog.
 *
 * @param key the record's key, {@code workflow@version} if whoever wrote it kept to the contract
 * @param offset its offset
 * @param fault why
 */
public record RejectedDefinition(String key, long offset, RuntimeException fault) {

  /** Why, for operators. */
  public String reason() {
    return String.valueOf(fault.getMessage());
  }

  /** Why, as the reason code of its dead letter. */
  public String code() {
    return DeadLetter.reason(fault);
  }
}
