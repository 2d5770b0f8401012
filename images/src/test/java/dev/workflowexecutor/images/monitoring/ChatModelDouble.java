package dev.workflowexecutor.images.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenAI-compatible API that answers every second question, and never to any purpose. */
final class ChatModelDouble implements AutoCloseable {

  private static final String ANSWER =
      """
      {"id": "1", "object": "chat.completion", "model": "double",
       "choices": [{"index": 0, "finish_reason": "stop",
                    "message": {"role": "assistant", "content": "I can't tell."}}],
       "usage": {"prompt_tokens": 100, "completion_tokens": 4, "total_tokens": 104}}""";

  private final AtomicInteger questions = new AtomicInteger();
  private final HttpServer server;

  ChatModelDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      boolean answers = questions.getAndIncrement() % 2 == 0;
      byte[] body = (answers ? ANSWER : "{}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answers ? 200 : 503, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
