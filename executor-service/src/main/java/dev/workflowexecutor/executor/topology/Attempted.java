package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.executor.advance.Advanced;
import dev.workflowexecutor.executor.topology.RefusedRecordException.Reason;
import java.util.function.Supplier;

/** Runs the pure step so that a fault in it costs one record, never the stream. */
final class Attempted {

  private Attempted() {}

  /**
   * The step's result.
   *
   * @throws RefusedRecordException if the step throws
   */
  static Advanced to(Supplier<Advanced> step) {
    try {
      return step.get();
    } catch (RuntimeException | StackOverflowError e) {
      throw new RefusedRecordException(Reason.STEP_FAILED, "the step failed: " + e, e);
    }
  }
}
