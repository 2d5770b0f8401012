package dev.workflowexecutor.standalone.registry;

import dev.workflowexecutor.standalone.startup.Port;
import dev.workflowexecutor.standalone.startup.StartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apicurio Registry as a child process: its schemas in a folder, its ids stable over restarts.
 *
 * <p>Where it ends by itself it is started again. It ends with {@link #close}, with its parent, or,
 * when all else fails, with the next start on the same folder. Thread-safe.
 */
public final class RegistryProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryProcess.class);
  private static final long SECONDS_TO_END = 4;
  private static final Executor A_MOMENT_LATER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final ProcessBuilder command;
  private final Path noted;
  private final Path log;
  private final URI address;
  private Process process;
  private boolean wanted = true;

  private RegistryProcess(ProcessBuilder command, Path noted, Path log, URI address) {
    this.command = command;
    this.noted = noted;
    this.log = log;
    this.address = address;
    this.process = launch();
  }

  /**
   * Starts the process; {@link #awaitReady} tells when it answers.
   *
   * @param folder where its database is
   * @param log the file that takes its output
   * @param port its port, 0 for any that is free
   * @throws StartException when the port is taken or it isn't installed
   */
  public static RegistryProcess start(Path folder, Path log, int port) {
    Path noted = folder.resolve("registry.pid");
    Orphan.end(noted);
    int free = Port.free("the schema registry", "--registry-port", port);
    ProcessBuilder command =
        new ProcessBuilder(RegistryCommand.of(RegistryInstallation.find(), folder, free))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new RegistryProcess(
        command, noted, log, URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(free)));
  }

  private Process launch() {
    try {
      Process launched = command.start();
      Orphan.note(noted, launched.toHandle());
      launched.onExit().thenRunAsync(this::relaunch, A_MOMENT_LATER);
      return launched;
    } catch (IOException e) {
      throw new StartException("can't start the schema registry: " + e.getMessage(), e);
    }
  }

  private synchronized void relaunch() {
    if (wanted && !process.isAlive()) {
      LOG.warn("the schema registry ended by itself and is started again; its log is {}", log);
      process = launch();
    }
  }

  /** Waits until it answers. */
  public void awaitReady() {
    new RegistryProbe(address).await(current(), log);
  }

  private synchronized Process current() {
    return process;
  }

  /** The base of its Confluent-compatible API. */
  public URI address() {
    return address;
  }

  /** The id of the process. */
  public long pid() {
    return current().pid();
  }

  /** Starts it again on the same port after it was closed. */
  public synchronized void reopen() {
    wanted = true;
    if (!process.isAlive()) {
      process = launch();
    }
  }

  @Override
  public synchronized void close() {
    wanted = false;
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
