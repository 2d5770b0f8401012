package dev.workflowexecutor.cli.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code wfx} as a process of its own. */
final class WfxProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;

  private WfxProcess(Process process) {
    this.process = process;
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /** Starts it with its errors in a file. */
  static WfxProcess start(Path errors, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dwfx.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.workflowexecutor.cli.Wfx"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("WFX_"));
    return new WfxProcess(
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())).start());
  }

  /** The next line of its standard output, waiting for it; null when it has ended. */
  String line() throws IOException {
    return String.valueOf(out.readLine());
  }

  /** Sends SIGTERM and waits for the end. */
  int terminate() throws InterruptedException {
    process.destroy();
    return exit();
  }

  /** Waits for the end. */
  int exit() throws InterruptedException {
    if (!process.waitFor(Duration.ofSeconds(120))) {
      throw new AssertionError("wfx doesn't end");
    }
    return process.exitValue();
  }

  /** The processes that it has started and that run. */
  List<ProcessHandle> children() {
    return process.descendants().filter(ProcessHandle::isAlive).toList();
  }

  /** Ends it without giving it a chance to do anything about it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
