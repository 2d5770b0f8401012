package dev.workflowexecutor.executor.advance;

import dev.workflowexecutor.workflow.Workflow;

/**
 * The published version of a workflow that a decision was made with.
 *
 * @param name the workflow's name
 * @param version its version, from 1
 * @param hash hex SHA-256 of its files
 */
public record WorkflowVersion(String name, int version, String hash) {

  public WorkflowVersion {
    Required.text("name", name);
    Required.text("hash", hash);
    if (version < 1) {
      throw new IllegalArgumentException("expected a version from 1, found " + version);
    }
  }

  /** The version of a compiled workflow. */
  public static WorkflowVersion of(Workflow workflow) {
    return new WorkflowVersion(workflow.name(), workflow.version(), workflow.hash());
  }

  boolean isOf(Workflow workflow) {
    return equals(of(workflow));
  }
}
