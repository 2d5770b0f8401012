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
    return compiled(Map.of(name + ".yaml", yaml));
  }

  private static Workflow compiled(Map<String, String> files) {
    return switch (PackCompiler.compile(PackFiles.of(files))) {
      case Compilation.Compiled compiled -> compiled.pack().workflows().getFirst();
      case Compilation.Refused refused -> throw new AssertionError(refused.findings().toString());
    };
  }

  /** A contract of line.check with this output. */
  static String tools(String output) {
    return "tools: { line.check: { output: { " + output + " } } }\n";
  }

  /** A workflow whose step look calls line.check. */
  static Workflow calling(String name, int version, String intent, String answer, String tools) {
    String file = name + ".yaml";
    String yaml =
        workflow(name, version, intent, "ANSWER")
            .files()
            .files()
            .getOrDefault(file, "")
            .replace("outcomes:", "steps: [{ step: look, call: line.check }]\noutcomes:")
            .replace("ANSWER", answer);
    return compiled(Map.of(file, yaml, "tools.yaml", tools));
  }
}
