package dev.workflowexecutor.workflow;

import java.util.List;

/** A kind of problem that people have, with examples of how they say it. */
public record Intent(String name, String description, List<String> examples) {

  public Intent {
    examples = List.copyOf(examples);
  }
}
