package dev.workflowexecutor.standalone.services;

import dev.workflowexecutor.standalone.startup.Progress;
import dev.workflowexecutor.standalone.startup.StartException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** All services of a platform in this JVM, started and ended together. */
public final class EmbeddedServices implements AutoCloseable {

  private static final Duration TIME_TO_BE_READY = Duration.ofSeconds(120);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final List<ServiceContext> running = Collections.synchronizedList(new ArrayList<>());

  private EmbeddedServices() {}

  /**
   * Starts them all at once and waits until each takes records.
   *
   * @throws StartException when one can't start or isn't ready in time; none runs then
   */
  public static EmbeddedServices start(EmbeddingSettings settings, Progress progress) {
    EmbeddedServices services = new EmbeddedServices();
    try {
      services.startAll(settings, progress);
      services.awaitReady();
      return services;
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  private void startAll(EmbeddingSettings settings, Progress progress) {
    try (ExecutorService threads = Executors.newFixedThreadPool(EmbeddedService.values().length)) {
      List<Future<?>> starting = new ArrayList<>();
      for (EmbeddedService service : EmbeddedService.values()) {
        starting.add(
            threads.submit(
                () -> {
                  running.add(service.start(settings));
                  progress.step(service.serviceName() + " runs");
                }));
      }
      starting.forEach(EmbeddedServices::await);
    }
  }

  private static void await(Future<?> starting) {
    try {
      starting.get();
    } catch (ExecutionException e) {
      throw new StartException("a service can't start: " + rootCause(e).getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while the services start", e);
    }
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private void awaitReady() {
    long end = System.nanoTime() + TIME_TO_BE_READY.toNanos();
    List<String> waiting = notReady();
    while (!waiting.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new StartException(
            "not ready after %d s: %s; see the log"
                .formatted(TIME_TO_BE_READY.toSeconds(), String.join(", ", waiting)));
      }
      pause();
      waiting = notReady();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while the services become ready", e);
    }
  }

  /** The names of those that don't take records at the moment. */
  public List<String> notReady() {
    return List.copyOf(running).stream()
        .filter(service -> !service.isReady())
        .map(ServiceContext::name)
        .toList();
  }

  /** The address of the gateway's HTTP API. */
  public URI http() {
    return List.copyOf(running).stream()
        .map(ServiceContext::context)
        .filter(WebServerApplicationContext.class::isInstance)
        .map(WebServerApplicationContext.class::cast)
        .map(WebServerApplicationContext::getWebServer)
        .filter(Objects::nonNull)
        .map(web -> URI.create("http://127.0.0.1:" + web.getPort()))
        .findFirst()
        .orElseThrow(() -> new StartException("the gateway has no web server"));
  }

  /** Ends them all at once: first come no more problems, then what was begun is finished. */
  @Override
  public void close() {
    List<ServiceContext> ending = List.copyOf(running);
    running.clear();
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, ending.size()))) {
      ending.forEach(service -> threads.execute(service::close));
    }
  }
}
