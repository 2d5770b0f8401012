package dev.workflowexecutor.benchmarks.load;

/** What is sent under a key; called on the sending thread only. */
@FunctionalInterface
public interface Payload {

  /** The bytes of the record. */
  byte[] of(String key);
}
