package dev.workflowexecutor.executor.tool;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A tool over HTTP that behaves as told, one behaviour after the other; the last one stays. */
final class ToolServer implements AutoCloseable {

  /** What the server does with one request. */
  @FunctionalInterface
  interface Behaviour {
    void answer(HttpExchange http) throws IOException, InterruptedException;
  }

  /** A request as it came in. */
  record Seen(String method, String uri, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
  }

  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  ToolServer(Behaviour... behaviours) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", http -> handle(http, behaviours));
    server.start();
  }

  static Behaviour json(int status, String body) {
    return answering(status, "application/json", body);
  }

  static Behaviour answering(int status, String type, String body) {
    return http -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      http.getResponseHeaders().set("Content-Type", type);
      http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      http.getResponseBody().write(bytes);
    };
  }

  /** Never answers. */
  Behaviour hanging() {
    return http -> closed.await();
  }

  /** Sends headers and one byte, and then nothing more. */
  Behaviour dripping() {
    return http -> {
      http.sendResponseHeaders(200, 100);
      http.getResponseBody().write('{');
      http.getResponseBody().flush();
      closed.await();
    };
  }

  /** Breaks the connection without an answer. */
  static Behaviour breaking() {
    return HttpExchange::close;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  private void handle(HttpExchange http, Behaviour... behaviours) throws IOException {
    try (http) {
      seen.add(
          new Seen(
              http.getRequestMethod(),
              http.getRequestURI().toString(),
              Map.copyOf(http.getRequestHeaders()),
              new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      int next = Math.min(requests.getAndIncrement(), behaviours.length - 1);
      behaviours[next].answer(http);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
