package dev.workflowexecutor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WfxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "up --http-port many",
        "submit",
        "submit text --wait soon",
        "workflow",
        "workflow check",
        "topics",
        "topics create --partitions none",
        "acls",
        "acls print --principal nobody=User:x",
        "extract",
        "extract evaluate",
        "demo --nonsense"
      })
  void refusesWrongUsageInOneLineWithCode2(String arguments) {
    CommandRun run = CommandRun.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).startsWith("wfx: ").doesNotContain("\n").contains("--help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nonsense|expected one of the commands demo, up, submit",
        "up --htp-port 1|expected an option of wfx up, found '--htp-port' (did you mean --http-port?)",
        "workflow check a b|expected nothing more, found 'b'",
        "up --http-port many|'--http-port': 'many' is not an int",
        "submit|Missing required parameter: 'TEXT'",
        "submit text --wait soon|expected a duration like 30s, found 'soon'",
      })
  void saysWhatIsWrongWithTheUsage(String arguments, String words) {
    assertThat(CommandRun.of(arguments.split(" ")).err()).contains(words);
  }

  @Test
  void namesEveryCommandInItsHelp() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("demo", "up", "submit", "watch", "workflow", "topics", "acls", "extract")
        .contains("--version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "submit",
        "watch",
        "workflow check",
        "workflow test",
        "workflow publish",
        "topics create",
        "acls apply",
        "acls print",
        "extract evaluate"
      })
  void offersJsonOnEveryCommand(String command) {
    CommandRun run = CommandRun.of((command + " --help").split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("--json");
  }
}
