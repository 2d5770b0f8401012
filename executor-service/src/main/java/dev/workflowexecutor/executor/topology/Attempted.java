package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.executor.advance.Advanced;
import java.util.function.Supplier;

/** Runs the pure step so that a fault in it costs one record, never the stream. */
final class Attempted {

  private Attempted() {}

  /**
   * The step's result.
   *
   * @throws StepFailedException if the step throws
   */
  static Advanced to(Supplier<Advanced> step) {
    try {
      return step.get();
    } catch (RuntimeException | StackOverflowError e) {
      throw new StepFailedException(e);
    }
  }
}
