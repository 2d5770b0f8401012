package dev.workflowexecutor.executor.definitions;

import dev.workflowexecutor.workflow.Workflow;
import java.util.Optional;

/** The published definitions: gives a version of a workflow, if need be after a bounded wait. */
@FunctionalInterface
public interface Definitions {

  /** The version, or nothing where it didn't become known in time. Thread-safe. */
  Optional<Workflow> find(String workflow, int version);
}
