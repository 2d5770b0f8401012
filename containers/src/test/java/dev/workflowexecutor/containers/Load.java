package dev.workflowexecutor.containers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who submit problems at a steady pace, each until some gateway has taken it. They repeat
 * with the same Idempotency-Key, as clients should.
 */
final class Load implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> TEXTS =
      List.of(
          "No signal since yesterday in Pune",
          "My internet is very slow in Delhi every evening",
          "When does my plan expire?",
          "Recharge done but balance not credited");

  private final List<URI> gateways;
  private final Duration pause;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Queue<String> taken = new ConcurrentLinkedQueue<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("load").unstarted(this::run);

  private Load(List<URI> gateways, Duration pause) {
    this.gateways = List.copyOf(gateways);
    this.pause = pause;
  }

  /** Begins to submit, one problem after each pause. */
  static Load on(List<URI> gateways, Duration pause) {
    Load load = new Load(gateways, pause);
    load.thread.start();
    return load;
  }

  private void run() {
    try {
      for (int number = 0; !ending.await(pause.toMillis(), TimeUnit.MILLISECONDS); number++) {
        taken.add(submit(TEXTS.get(number % TEXTS.size()), UUID.randomUUID().toString()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks one gateway after the other until one has it. */
  private String submit(String text, String key) throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      URI gateway = gateways.get(attempt % gateways.size());
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(gateway + "/v1/problems"))
              .timeout(Duration.ofSeconds(15))
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", key)
              .POST(BodyPublishers.ofString("{\"text\": \"" + text + "\"}"))
              .build();
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2) {
          return JSON.readTree(answer.body()).path("problemId").asString();
        }
      } catch (IOException e) {
        // That gateway is being restarted, and the next one is asked.
      }
      if (ending.await(100, TimeUnit.MILLISECONDS) && attempt > 100) {
        throw new AssertionError("no gateway takes a problem");
      }
    }
  }

  /** The problems that were taken until now. */
  Collection<String> taken() {
    return List.copyOf(taken);
  }

  /** Ends when the last problem is taken. */
  @Override
  public void close() {
    ending.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
