package dev.workflowexecutor.standalone.registry;

import dev.workflowexecutor.standalone.startup.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a registry that is starting until it answers. */
record RegistryProbe(URI address) {

  private static final Duration TIME_TO_START = Duration.ofSeconds(90);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(5);

  /** Waits, but no longer than the process lives. */
  void await(Process process, Path log) {
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
        HttpRequest.newBuilder(URI.create(address + "/subjects")).timeout(TIME_TO_ANSWER).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
