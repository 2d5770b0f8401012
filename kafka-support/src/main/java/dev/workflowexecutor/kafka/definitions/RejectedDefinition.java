package dev.workflowexecutor.kafka.definitions;

/**
 * A record on the topic of definitions that didn't become part of the catalog.
 *
 * @param key the record's key, {@code workflow@version} if whoever wrote it kept to the contract
 * @param offset its offset
 * @param code why, as the reason code of its dead letter
 * @param reason why, for operators
 */
public record RejectedDefinition(String key, long offset, String code, String reason) {

  /** It keeps its contract, but doesn't compile, isn't what it says or conflicts with another. */
  public static final String REJECTED = "REJECTED_DEFINITION";
}
