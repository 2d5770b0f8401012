package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.compile.Compilation;
import dev.workflowexecutor.workflow.compile.PackCompiler;
import java.util.Map;

/** Small workflows. */
final class Packs {

  private Packs() {}

  static Workflow workflow(String name, int version, String intent, String answer) {
    String yaml =
        """
        workflow: %s
        version: %d
        description: Answers at once.
        intents:
          %s:
            description: Something is asked.
            examples: [how are you, what is up]
        decide:
          - rule: always
            otherwise: true
            execute: true
        outcomes:
          - otherwise: true
            resolved: "%s"
        """
            .formatted(name, version, intent, answer);
    return switch (PackCompiler.compile(PackFiles.of(Map.of(name + ".yaml", yaml)))) {
      case Compilation.Compiled compiled -> compiled.pack().workflows().getFirst();
      case Compilation.Refused refused -> throw new AssertionError(refused.findings().toString());
    };
  }
}
