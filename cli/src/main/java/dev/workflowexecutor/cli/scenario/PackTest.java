package dev.workflowexecutor.cli.scenario;

import dev.workflowexecutor.standalone.packs.PackFolder;
import dev.workflowexecutor.workflow.Catalog;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The scenarios of a pack, played against its workflows in this process. */
public final class PackTest {

  private final Catalog catalog;
  private final TextReader reader;

  /** The test of a pack that passed the check. */
  public PackTest(Catalog catalog) {
    this.catalog = catalog;
    this.reader = new LazyReader(catalog);
  }

  /** Plays all scenarios of the pack's folder, telling each outcome as it is known. */
  public void run(PackFolder pack, Consumer<ScenarioOutcome> outcomes) {
    for (Map.Entry<String, String> file : pack.scenarios().entrySet()) {
      ScenarioFile scenarios = ScenarioFile.parse(file.getKey(), file.getValue());
      for (Scenario scenario : scenarios.scenarios()) {
        List<String> mismatches = new ScenarioRun(catalog, reader, scenario).mismatches();
        outcomes.accept(new ScenarioOutcome(file.getKey(), scenario.scenario(), mismatches));
      }
    }
  }
}
