package dev.workflowexecutor.standalone.startup;

/** Somebody who is told, in a few words, what a starting platform does now; thread-safe. */
@FunctionalInterface
public interface Progress {

  /** Tells one step, as "broker is up on 127.0.0.1:9092". */
  void step(String message);

  /** Nobody listens. */
  static Progress silent() {
    return message -> {};
  }
}
