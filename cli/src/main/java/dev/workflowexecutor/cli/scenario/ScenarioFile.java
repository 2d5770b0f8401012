package dev.workflowexecutor.cli.scenario;

import dev.workflowexecutor.cli.console.CommandFailed;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The scenarios of one file.
 *
 * @param scenarios in the order of the file
 */
record ScenarioFile(List<Scenario> scenarios) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  ScenarioFile(@Nullable List<Scenario> scenarios) {
    this.scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
  }

  /**
   * Reads a file.
   *
   * @throws CommandFailed with the place, when it isn't what it should be
   */
  static ScenarioFile parse(String name, String yaml) {
    try {
      return YAML.readValue(yaml, ScenarioFile.class);
    } catch (JacksonException e) {
      throw new CommandFailed(
          "%s%s: error: %s".formatted(name, place(e), e.getOriginalMessage()), e);
    }
  }

  /** Bad YAML has a line; a bad key is known by the keys above it. */
  private static String place(JacksonException e) {
    if (e.getPath().isEmpty()) {
      return e.getLocation() == null
          ? ""
          : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
    }
    return e.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + (step.getIndex() + 1) + "]"
                    : " " + step.getPropertyName())
        .collect(Collectors.joining("", ":", ""));
  }
}
