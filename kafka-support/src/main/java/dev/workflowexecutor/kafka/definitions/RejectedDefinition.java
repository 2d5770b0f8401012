package dev.workflowexecutor.kafka.definitions;

/**
 * A record on the topic of definitions that didn't become part of the catalog.
 *
 * @param key the record's key, {@code workflow@version} if whoever wrote it kept to the contract
 * @param offset its offset
 * @param reason why, for operators
 */
public record RejectedDefinition(String key, long offset, String reason) {}
