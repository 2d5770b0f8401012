package dev.workflowexecutor.extraction.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** As much of a schema registry as serdes need, on a free port; it can be taken down. */
public final class FakeRegistry implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> schemas = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  public FakeRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** What to configure as schema.registry.url. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on it answers 503, or again as it should. */
  public void takeDown(boolean isDown) {
    down = isDown;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (down) {
        reply(exchange, 503, "{\"error_code\": 50001, \"message\": \"down\"}");
      } else if (exchange.getRequestMethod().equals("POST")) {
        reply(
            exchange,
            200,
            "{\"id\": " + register(JSON.readTree(body).get("schema").asString()) + "}");
      } else if (exchange.getRequestMethod().equals("PUT")) {
        reply(exchange, 200, body);
      } else if (path.startsWith("/schemas/ids/")) {
        int id = Integer.parseInt(path.substring("/schemas/ids/".length()));
        reply(exchange, 200, JSON.createObjectNode().put("schema", schemas.get(id - 1)).toString());
      } else {
        reply(exchange, 404, "{\"error_code\": 40401, \"message\": \"not found\"}");
      }
    }
  }

  private synchronized int register(String schema) {
    if (!schemas.contains(schema)) {
      schemas.add(schema);
    }
    return schemas.indexOf(schema) + 1;
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
