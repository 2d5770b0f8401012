package dev.workflowexecutor.cli.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowCommandsTest {

  @TempDir Path folder;

  @Test
  void checksASoundPack() throws IOException {
    CommandRun run = CommandRun.of("workflow", "check", SmallPack.in(folder).toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("network version 1 is sound");
    assertThat(run.code()).isZero();
  }

  @Test
  void tellsEachFindingWithItsPlace() throws IOException {
    SmallPack pack = SmallPack.in(folder).write("second.yaml", "workflow: 7\nversion: x\n");

    CommandRun run = CommandRun.of("workflow", "check", pack.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("second.yaml:2:10: error: expected ");
  }

  @Test
  void tellsFindingsToPrograms() throws IOException {
    SmallPack pack = SmallPack.in(folder).write("second.yaml", "workflow: second\nversion: x\n");

    CommandRun run = CommandRun.of("workflow", "check", "--json", pack.toString());

    assertThat(run.out().lines())
        .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"severity\":\"error\"", "\"file\":\"second.yaml\"", "\"line\":2"));
  }

  @Test
  void waitsForTheBrokerOfAPublicationAsLongAsItIsTold() throws IOException {
    CommandRun run =
        CommandRun.of(
            "workflow",
            "publish",
            SmallPack.in(folder).toString(),
            "--kafka",
            "127.0.0.1:1",
            "--property",
            "request.timeout.ms=500",
            "--property",
            "default.api.timeout.ms=500");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("wfx: no Kafka broker answers at 127.0.0.1:1; start ");
  }

  @Test
  void passesScenariosThatGoAsExpected() throws IOException {
    SmallPack pack =
        SmallPack.in(folder)
            .scenario(
                """
                - scenario: an outage is told
                  tools:
                    findOutage: [{ down: true, eta: 6 PM }, { fails: FAILED }]
                  turns:
                    - read: { intent: no_signal }
                      expect: { status: NEEDS_INFO, awaiting: region, message: Which region?, calls: [] }
                    - read: { facts: { region: West } }
                      expect:
                        { status: RESOLVED, contains: 6 PM, intent: no_signal, calls: [findOutage], data: { eta: 6 PM } }
                    - read: { intent: no_signal, facts: { region: north } }
                      expect: { status: ESCALATED }
                """);

    CommandRun run = CommandRun.of("workflow", "test", pack.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("✓ tests/network.yaml: an outage is told", "1 of 1 scenarios");
    assertThat(run.code()).isZero();
  }

  @Test
  void readsWhatIsSaidWithTheEmbeddedReader() throws IOException {
    SmallPack pack =
        SmallPack.in(folder)
            .scenario(
                """
                - scenario: the region is in the text
                  tools:
                    findOutage: { down: true, eta: 6 PM }
                  turns:
                    - say: no signal in the west
                      expect: { status: RESOLVED, intent: no_signal }
                """);

    CommandRun run = CommandRun.of("workflow", "test", "--json", pack.toString());

    assertThat(run.out().lines())
        .first()
        .asString()
        .contains("\"mismatches\":[]", "\"scenario\":\"the region is in the text\"");
    assertThat(run.code()).isZero();
  }

  @Test
  void tellsWhatWasExpectedAndWhatWasFound() throws IOException {
    SmallPack pack =
        SmallPack.in(folder)
            .scenario(
                """
                - scenario: too much is hoped for
                  turns:
                    - read: { intent: no_signal }
                      expect: { status: RESOLVED }
                """);

    CommandRun run = CommandRun.of("workflow", "test", pack.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("✗ tests/network.yaml: too much is hoped for")
        .contains("turn 1: expected status RESOLVED, found NEEDS_INFO")
        .contains("0 of 1 scenarios passed");
  }

  @Test
  void failsAScenarioWhoseToolHasNoAnswer() throws IOException {
    SmallPack pack =
        SmallPack.in(folder)
            .scenario(
                """
                - scenario: nobody answers
                  turns:
                    - read: { intent: no_signal, facts: { region: west } }
                      expect: { status: RESOLVED }
                - scenario: the answer doesn't fit
                  tools:
                    findOutage: { down: maybe }
                  turns:
                    - read: { intent: no_signal, facts: { region: west } }
                      expect: { status: RESOLVED }
                - scenario: the fact has no such value
                  turns:
                    - read: { intent: no_signal, facts: { region: moon } }
                      expect: { status: RESOLVED }
                """);

    CommandRun run = CommandRun.of("workflow", "test", pack.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("expected an answer of the tool findOutage, found none")
        .contains("the answer of the tool findOutage doesn't fit its contract")
        .contains("'moon' is no value of the fact region");
  }

  @Test
  void saysWhereAScenarioFileIsWrong() throws IOException {
    SmallPack pack =
        SmallPack.in(folder)
            .scenario(
                """
                - scenario: a typo
                  turns:
                    - sayy: no signal
                      expect: { status: RESOLVED }
                """);

    CommandRun run = CommandRun.of("workflow", "test", pack.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("tests/network.yaml: scenarios[1] turns[1] sayy: error: ");
  }

  @Test
  void saysInWhichLineAScenarioFileIsNoYaml() throws IOException {
    SmallPack pack = SmallPack.in(folder).scenario("- scenario: [open\n- x: y");

    CommandRun run = CommandRun.of("workflow", "test", pack.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("tests/network.yaml:");
  }

  @Test
  void failsAPackWithoutScenarios() throws IOException {
    CommandRun run = CommandRun.of("workflow", "test", SmallPack.in(folder).toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("0 of 0 scenarios");
  }
}
