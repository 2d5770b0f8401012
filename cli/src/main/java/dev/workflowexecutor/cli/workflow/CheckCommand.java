package dev.workflowexecutor.cli.workflow;

import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.standalone.packs.PackFolder;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.compile.Compilation;
import dev.workflowexecutor.workflow.compile.PackCompiler;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wfx workflow check}: all that is wrong with a pack, each thing with its place. */
@Command(name = "check", description = "Checks a pack; each finding is told with its place.")
final class CheckCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();

  @Parameters(paramLabel = "PATH", description = "A pack, or a folder of packs.")
  private Path path = Path.of("");

  @Override
  public Integer call() {
    boolean sound = true;
    for (PackFolder pack : PackFolder.find(path)) {
      sound &= check(pack);
    }
    return sound ? Console.DONE : Console.FAILED;
  }

  private boolean check(PackFolder pack) {
    return switch (PackCompiler.compile(pack.definition())) {
      case Compilation.Compiled compiled -> {
        FindingLine.answer(console, pack.root(), compiled.warnings());
        compiled.pack().workflows().forEach(workflow -> sound(pack, workflow));
        yield true;
      }
      case Compilation.Refused refused -> {
        FindingLine.answer(console, pack.root(), refused.findings());
        yield false;
      }
    };
  }

  private void sound(PackFolder pack, Workflow workflow) {
    console.answer(
        "%s: %s version %d is sound".formatted(pack.root(), workflow.name(), workflow.version()),
        Map.of(
            "pack", pack.root().toString(),
            "workflow", workflow.name(),
            "version", workflow.version(),
            "hash", workflow.hash()));
  }
}
