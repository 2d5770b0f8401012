package dev.workflowexecutor.workflow;

import java.util.List;

/** The workflows of one folder that passed the check, in the order of their files' names. */
public record Pack(List<Workflow> workflows) {

  public Pack {
    workflows = List.copyOf(workflows);
  }
}
