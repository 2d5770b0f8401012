package dev.workflowexecutor.cli.scenario;

import java.util.List;

/**
 * Whether a scenario went as it should.
 *
 * @param file the file with the scenario, relative to the pack
 * @param scenario what it shows
 * @param mismatches where it went otherwise; empty where it didn't
 */
public record ScenarioOutcome(String file, String scenario, List<String> mismatches) {

  public ScenarioOutcome {
    mismatches = List.copyOf(mismatches);
  }

  /** Whether all was as expected. */
  public boolean passed() {
    return mismatches.isEmpty();
  }
}
