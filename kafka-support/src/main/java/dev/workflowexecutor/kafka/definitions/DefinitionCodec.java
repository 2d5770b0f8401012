package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.events.WorkflowDefinition;
import dev.workflowexecutor.workflow.DerivedId;
import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.compile.Compilation;
import dev.workflowexecutor.workflow.compile.PackCompiler;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workflows as records of their topic, and back. */
final class DefinitionCodec {

  private DefinitionCodec() {}

  static WorkflowDefinition encode(
      Workflow workflow, Instant publishedAt, @Nullable String publishedBy) {
    String version = Integer.toString(workflow.version());
    return WorkflowDefinition.newBuilder()
        .setDefinitionId(DerivedId.of("definition", workflow.name(), version, workflow.hash()))
        .setWorkflow(workflow.name())
        .setVersion(workflow.version())
        .setHash(workflow.hash())
        .setFile(workflow.file())
        .setFiles(Map.copyOf(workflow.files().files()))
        .setPublishedAt(publishedAt.truncatedTo(ChronoUnit.MILLIS))
        .setPublishedBy(publishedBy)
        .build();
  }

  /**
   * The workflow of a record.
   *
   * @throws IllegalArgumentException if it doesn't compile or isn't what the record says it is; the
   *     message says why
   */
  static Workflow decode(WorkflowDefinition definition) {
    return switch (PackCompiler.compile(PackFiles.of(definition.getFiles()))) {
      case Compilation.Refused refused ->
          throw new IllegalArgumentException("It doesn't compile: " + refused.findings());
      case Compilation.Compiled compiled ->
          compiled.pack().workflows().stream()
              .filter(workflow -> isDefinedBy(definition, workflow))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Its files don't declare "
                              + definition.getWorkflow()
                              + "@"
                              + definition.getVersion()
                              + " with hash "
                              + definition.getHash()));
    };
  }

  private static boolean isDefinedBy(WorkflowDefinition definition, Workflow workflow) {
    return workflow.name().equals(definition.getWorkflow())
        && workflow.version() == definition.getVersion()
        && workflow.hash().equals(definition.getHash());
  }
}
