package dev.workflowexecutor.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UpIT {

  private static final Pattern READY =
      Pattern.compile(
          "ready http=(http://127\\.0\\.0\\.1:\\d+) kafka=127\\.0\\.0\\.1:\\d+"
              + " registry=http://127\\.0\\.0\\.1:\\d+/apis/ccompat/v7");

  @TempDir Path folder;

  @Test
  void isReadyTakesProblemsEndsCleanlyAndContinues() throws Exception {
    String ticket;
    List<ProcessHandle> children;
    try (WfxProcess up = up()) {
      String http = ready(up);
      ticket = submit(http, "There has been no signal on my phone since yesterday", "NEEDS_INFO");
      children = up.children();

      assertThat(up.terminate()).isZero();
    }
    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);

    try (WfxProcess up = up()) {
      submit(ready(up), "Pune", "RESOLVED", "--ticket", ticket);
      children = up.children();

      up.kill();

      assertThat(children).isNotEmpty();
      List<ProcessHandle> orphans = children;
      Awaitility.await().until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
    }
    try (WfxProcess up = up()) {
      submit(ready(up), "When does my plan expire?", "RESOLVED");
      assertThat(up.terminate()).isZero();
    }
  }

  @Test
  void saysInOneLineThatItsFolderCanNotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path errors = folder.resolve("errors");

    try (WfxProcess up = WfxProcess.start(errors, "up", "--data", file.resolve("x").toString())) {
      assertThat(up.exit()).isEqualTo(1);
    }

    assertThat(Files.readAllLines(errors))
        .last()
        .asString()
        .startsWith("wfx: can't write to the folder " + file);
  }

  private WfxProcess up() throws Exception {
    return WfxProcess.start(
        folder.resolve("errors"),
        "up",
        "--data",
        folder.resolve("data").toString(),
        "--http-port",
        "0",
        "--kafka-port",
        "0",
        "--registry-port",
        "0");
  }

  private static String ready(WfxProcess up) throws Exception {
    Matcher line = READY.matcher(up.line());
    assertThat(line.matches()).as(line.toString()).isTrue();
    return line.group(1);
  }

  private static String submit(String http, String text, String status, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("submit", text, "--json", "--wait", "50s", "--url", http));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    JsonNode outcome = JsonMapper.shared().readTree(run.out());
    assertThat(outcome.path("status").asString("")).isEqualTo(status);
    return outcome.path("ticketId").asString("");
  }
}
