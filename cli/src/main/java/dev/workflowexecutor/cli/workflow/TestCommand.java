package dev.workflowexecutor.cli.workflow;

import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.cli.scenario.PackTest;
import dev.workflowexecutor.cli.scenario.ScenarioOutcome;
import dev.workflowexecutor.standalone.packs.CompiledPack;
import dev.workflowexecutor.standalone.packs.PackFolder;
import dev.workflowexecutor.workflow.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wfx workflow test}: plays a pack's scenarios without a broker. */
@Command(
    name = "test",
    description = "Runs the scenario tests of a pack (tests/*.yaml) in this process.")
final class TestCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();

  @Parameters(paramLabel = "PATH", description = "A pack, or a folder of packs.")
  private Path path = Path.of("");

  @Override
  public Integer call() {
    List<ScenarioOutcome> outcomes = new ArrayList<>();
    for (CompiledPack pack : CompiledPack.at(path)) {
      new PackTest(Catalog.of(pack.workflows()))
          .run(
              new PackFolder(pack.folder()),
              outcome -> {
                outcomes.add(outcome);
                show(outcome);
              });
    }
    long passed = outcomes.stream().filter(ScenarioOutcome::passed).count();
    console.answer(
        "%d of %d scenarios passed".formatted(passed, outcomes.size()),
        Map.of("scenarios", outcomes.size(), "passed", passed));
    return passed == outcomes.size() && passed > 0 ? Console.DONE : Console.FAILED;
  }

  private void show(ScenarioOutcome outcome) {
    StringBuilder text =
        new StringBuilder(outcome.passed() ? "✓ " : "✗ ")
            .append(outcome.file())
            .append(": ")
            .append(outcome.scenario());
    outcome.mismatches().forEach(mismatch -> text.append("\n    ").append(mismatch));
    console.answer(text.toString(), outcome);
  }
}
