package dev.workflowexecutor.standalone.registry;

import dev.workflowexecutor.standalone.startup.Port;
import dev.workflowexecutor.standalone.startup.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Apicurio Registry as a child process: its schemas in a folder, its ids stable over restarts.
 *
 * <p>It ends with {@link #close}, with its parent, or, when all else fails, with the next start on
 * the same folder.
 */
public final class RegistryProcess implements AutoCloseable {

  private static final Duration TIME_TO_START = Duration.ofSeconds(90);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final long SECONDS_TO_END = 4;

  private final Process process;
  private final URI address;
  private final Path log;

  private RegistryProcess(Process process, URI address, Path log) {
    this.process = process;
    this.address = address;
    this.log = log;
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
    ProcessBuilder builder =
        new ProcessBuilder(RegistryCommand.of(RegistryInstallation.find(), folder, free))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process process = builder.start();
      Orphan.note(noted, process.toHandle());
      URI address = URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(free));
      return new RegistryProcess(process, address, log);
    } catch (IOException e) {
      throw new StartException("can't start the schema registry: " + e.getMessage(), e);
    }
  }

  /** Waits until it answers. */
  public void awaitReady() {
    long end = System.nanoTime() + TIME_TO_START.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!answers(client)) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new StartException(
              "the schema registry %s; its log is %s"
                  .formatted(process.isAlive() ? "doesn't answer" : "ended while starting", log));
        }
        process.waitFor(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while the schema registry starts", e);
    }
  }

  private boolean answers(HttpClient client) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/subjects"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The base of its Confluent-compatible API. */
  public URI address() {
    return address;
  }

  /** The id of the process. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
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
