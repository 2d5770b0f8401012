package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.executor.advance.Status;

/** Is told what the engine does, for metrics. Thread-safe; told again when a record is redone. */
public interface ExecutionObserver {

  /** A call of a tool was recorded. */
  void called(String tool);

  /** A turn ended. */
  void ended(Status status);

  /** A record changed nothing: it was a repetition, or nobody waited for it. */
  void ignored(String topic);
}
