package dev.workflowexecutor.decision.ticket;

import dev.workflowexecutor.workflow.Workflow;

/** The version of a workflow under which a request began and ends. */
public record Binding(String workflow, int version, String hash) {

  /** The binding to this version. */
  public static Binding to(Workflow workflow) {
    return new Binding(workflow.name(), workflow.version(), workflow.hash());
  }
}
