package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.events.WorkflowDefinition;
import java.util.List;
import java.util.Optional;

/** What is demanded on workflows.definitions. Whether it compiles is the language's own matter. */
final class DefinitionRules {

  private DefinitionRules() {}

  static List<Rule<WorkflowDefinition>> all() {
    return List.of(
        Rules.identity("definitionId", WorkflowDefinition::getDefinitionId),
        Rules.identity("workflow", WorkflowDefinition::getWorkflow),
        Rules.key("workflow@version", it -> it.getWorkflow() + "@" + it.getVersion()),
        Rules.atLeast(1, "version", WorkflowDefinition::getVersion),
        Rules.text("hash", WorkflowDefinition::getHash),
        Rules.content("file", "one of the files", DefinitionRules::file),
        Rules.time("publishedAt", WorkflowDefinition::getPublishedAt));
  }

  private static Optional<String> file(WorkflowDefinition definition) {
    return definition.getFiles().containsKey(definition.getFile())
        ? Optional.empty()
        : Optional.of(Shown.text(definition.getFile()));
  }
}
