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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who submit problems at a steady pace, each until some gateway has taken it. They repeat
 * with the same Idempotency-Key, as clients should.
 */
final class Load implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
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
  private final ExecutorService people = Executors.newSingleThreadExecutor();
  private final Future<?> submitting;

  private Load(List<URI> gateways, Duration pause) {
    this.gateways = List.copyOf(gateways);
    this.pause = pause;
    this.submitting = people.submit(this::submitUntilItEnds);
  }

  /** Begins to submit, one problem after each pause. */
  static Load on(List<URI> gateways, Duration pause) {
    return new Load(gateways, pause);
  }

  private Void submitUntilItEnds() throws InterruptedException {
    for (int number = 0; !ending.await(pause.toMillis(), TimeUnit.MILLISECONDS); number++) {
      taken.add(submit(TEXTS.get(number % TEXTS.size()), UUID.randomUUID().toString()));
    }
    return null;
  }

  /** Asks one gateway after the other until one has it. */
  private String submit(String text, String key) {
    Iterator<URI> inTurn = Stream.generate(() -> gateways).flatMap(List::stream).iterator();
    return Awaitility.await("a gateway that takes a problem")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN_ATTEMPTS)
        .until(() -> attempt(inTurn.next(), text, key), Optional::isPresent)
        .orElseThrow();
  }

  /** The problem's id, or nothing where this gateway is being restarted. */
  private Optional<String> attempt(URI gateway, String text, String key)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway + "/v1/problems"))
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString("{\"text\": \"" + text + "\"}"))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() / 100 == 2
          ? Optional.of(JSON.readTree(answer.body()).path("problemId").asString())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The problems that were taken until now. */
  Collection<String> taken() {
    return List.copyOf(taken);
  }

  /** Ends when the last problem is taken, and fails where one wasn't. */
  @Override
  public void close() {
    ending.countDown();
    try {
      submitting.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a problem was not taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      people.shutdownNow();
      http.close();
    }
  }
}
