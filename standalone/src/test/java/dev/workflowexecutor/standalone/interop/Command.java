package dev.workflowexecutor.standalone.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command of another process.
 *
 * @param folder where it runs
 * @param environment what is added to this process's
 */
public record Command(List<String> words, Path folder, Map<String, String> environment) {

  private static final long LONG_ENOUGH_SECONDS = 240;

  /** Runs it to its end and gives what it printed; an end other than 0 fails the test. */
  public String run() {
    try {
      Path out = Files.createTempFile("command-", ".out");
      Path err = Files.createTempFile("command-", ".err");
      try {
        return run(out, err);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new AssertionError("can't run " + words, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while running " + words, e);
    }
  }

  private String run(Path out, Path err) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(failure("didn't end in time", out, err));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new AssertionError(failure("ended with " + process.exitValue(), out, err));
    }
    return Files.readString(out);
  }

  private String failure(String what, Path out, Path err) throws IOException {
    return "%s in %s %s:%n%s%n%s"
        .formatted(words, folder, what, Files.readString(out), Files.readString(err));
  }
}
