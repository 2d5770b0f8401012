package dev.workflowexecutor.standalone.packs;

import dev.workflowexecutor.standalone.startup.StartException;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.compile.Compilation;
import dev.workflowexecutor.workflow.compile.PackCompiler;
import dev.workflowexecutor.workflow.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pack that passed the check.
 *
 * @param folder where it was read from
 * @param workflows what it defines
 */
public record CompiledPack(Path folder, List<Workflow> workflows) {

  public CompiledPack {
    workflows = List.copyOf(workflows);
  }

  /**
   * Reads and compiles the packs at a place.
   *
   * @throws StartException with every finding, when one has errors
   */
  public static List<CompiledPack> at(Path place) {
    return PackFolder.find(place).stream().map(CompiledPack::compile).toList();
  }

  private static CompiledPack compile(PackFolder pack) {
    return switch (PackCompiler.compile(pack.definition())) {
      case Compilation.Compiled compiled ->
          new CompiledPack(pack.root(), compiled.pack().workflows());
      case Compilation.Refused refused ->
          throw new StartException(
              "the pack %s has errors:%n%s"
                  .formatted(
                      pack.root(),
                      refused.findings().stream()
                          .map(Finding::toString)
                          .collect(Collectors.joining(System.lineSeparator()))));
    };
  }
}
