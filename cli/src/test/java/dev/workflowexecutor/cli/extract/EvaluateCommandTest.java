package dev.workflowexecutor.cli.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {

  private static final String TELECOM = "../workflows/telecom";

  @TempDir Path folder;

  @Test
  void measuresAccuracyAndOutOfScope() throws IOException {
    Path rows =
        dataset(
            """
            text,intent
            my bill is way too high,billing_issue
            there are no bars on my phone,no_signal
            what is the capital of France,
            """);

    CommandRun run = evaluate(rows, "--json");

    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(report.path("rows").asInt()).isEqualTo(3);
    assertThat(report.path("inScope").asInt()).isEqualTo(2);
    assertThat(report.path("accuracy").asDouble()).isEqualTo(1);
    assertThat(report.path("outOfScopeRecall").asDouble()).isEqualTo(1);
    assertThat(run.code()).isZero();
  }

  @Test
  void refusesAnIntentThatNoPackDeclares() throws IOException {
    CommandRun run = evaluate(dataset("text,intent\nhello,greeting\n"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().strip()).startsWith("wfx: ").contains("'greeting'").doesNotContain("\n");
  }

  @Test
  void saysWhichColumnIsMissing() throws IOException {
    CommandRun run = evaluate(dataset("question,intent\nhello,no_signal\n"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("expected a column 'text'");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    CommandRun run = evaluate(folder.resolve("absent.csv"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("columns text,intent, found no file " + folder.resolve("absent.csv"));
  }

  private Path dataset(String csv) throws IOException {
    return Files.writeString(folder.resolve("rows.csv"), csv);
  }

  private static CommandRun evaluate(Path rows, String... more) {
    String[] fixed = {"extract", "evaluate", "--workflows", TELECOM, "--dataset", rows.toString()};
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return CommandRun.of(all);
  }
}
