package dev.workflowexecutor.executor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The tools of {@link Definition} over HTTP, with the idempotency keys that it saw. */
final class Backend implements AutoCloseable {

  private static final Map<String, String> ANSWERS =
      Map.of(
          "/network.findOutage", "{\"status\":\"none\"}",
          "/network.resetLine", "{\"done\":true}",
          "/helpdesk.createTicket", "{\"ticket\":\"T-1\",\"score\":1}");

  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  Backend() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The idempotency keys of the requests so far. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  /** Lets a tool wait with its answers until it is released. */
  void hold(String tool) {
    held.put("/" + tool, new CountDownLatch(1));
  }

  void release(String tool) {
    CountDownLatch latch = held.remove("/" + tool);
    if (latch != null) {
      latch.countDown();
    }
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      String path = http.getRequestURI().getPath();
      keys.add(http.getRequestHeaders().getFirst("Idempotency-Key"));
      CountDownLatch latch = held.get(path);
      if (latch != null) {
        latch.await();
      }
      byte[] body = ANSWERS.getOrDefault(path, "?").getBytes(StandardCharsets.UTF_8);
      http.sendResponseHeaders(200, body.length);
      http.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    held.values().forEach(CountDownLatch::countDown);
    server.stop(0);
    threads.shutdownNow();
  }
}
