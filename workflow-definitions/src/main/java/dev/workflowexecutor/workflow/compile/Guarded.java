package dev.workflowexecutor.workflow.compile;

import java.util.List;

/**
 * A compiled rule, step, inference or outcome, with what proofs need of it.
 *
 * @param reads the expressions that are evaluated when it is chosen
 */
record Guarded<T>(Guard guard, T value, List<Read> reads) {

  Guarded {
    reads = List.copyOf(reads);
  }
}
