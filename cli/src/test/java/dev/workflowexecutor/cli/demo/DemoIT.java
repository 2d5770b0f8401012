package dev.workflowexecutor.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.cli.CommandRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoIT {

  @Test
  void everySampleHasTheExpectedOutcome() {
    System.setProperty("wfx.home", Path.of("..").toAbsolutePath().normalize().toString());

    CommandRun run = CommandRun.of("demo", "--json");

    List<JsonNode> lines = run.out().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines.subList(0, lines.size() - 1))
        .hasSizeGreaterThanOrEqualTo(12)
        .allSatisfy(
            line -> assertThat(line.path("asExpected").asBoolean()).as("%s", line).isTrue());
    assertThat(lines.getLast().path("samples").asInt()).isGreaterThanOrEqualTo(12);
    assertThat(lines.getLast().path("problems")).isEqualTo(lines.getLast().path("results"));
    assertThat(run.code()).isZero();
  }
}
