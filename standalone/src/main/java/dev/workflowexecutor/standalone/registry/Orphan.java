package dev.workflowexecutor.standalone.registry;

import dev.workflowexecutor.standalone.startup.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A registry process of an earlier platform that is still there, known from a file with its id.
 *
 * <p>The file also has the time at which the process began, since ids are used again.
 */
final class Orphan {

  private static final long SECONDS_TO_END = 10;

  private Orphan() {}

  /** Remembers a process that was just started. */
  static void note(Path file, ProcessHandle process) {
    try {
      Files.writeString(file, process.pid() + " " + began(process));
    } catch (IOException e) {
      throw new StartException("can't write " + file, e);
    }
  }

  /** Ends the process that the file tells of, if it still runs. */
  static void end(Path file) {
    find(file).ifPresent(Orphan::kill);
  }

  private static void kill(ProcessHandle orphan) {
    orphan.destroyForcibly();
    try {
      orphan.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
      throw new StartException(
          "an earlier schema registry (process %d) doesn't end; end it and start again"
              .formatted(orphan.pid()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while an earlier schema registry ends", e);
    }
  }

  private static Optional<ProcessHandle> find(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String[] noted = Files.readString(file).strip().split(" ", 2);
      return noted.length < 2
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(noted[0]))
              .filter(process -> began(process).equals(noted[1]));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String began(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }
}
