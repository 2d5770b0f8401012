package dev.workflowexecutor.executor.kafka;

import dev.workflowexecutor.executor.tool.Handled;

/** Is told what became of calls, for metrics. Thread-safe. */
@FunctionalInterface
public interface ToolObserver {

  /** A call's reply is recorded. */
  void replied(String tool, Handled handled);
}
