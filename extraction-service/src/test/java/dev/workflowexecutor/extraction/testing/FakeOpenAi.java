package dev.workflowexecutor.extraction.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAI-compatible chat API on a free port, which answers what a test wants. */
public final class FakeOpenAi implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Function<String, Reply> model = _ -> Reply.status(503, "nothing to say");

  /** A request that arrived: its key and its body. */
  public record Request(String authorization, JsonNode body) {

    /** The message inside of the user's turn. */
    public String message() {
      return JSON.readTree(body.at("/messages/1/content").asString()).get("message").asString();
    }
  }

  /** What is answered: a status and a body, or a beginning of a body and then nothing. */
  public record Reply(int status, String body, boolean endless) {

    /** A chat completion with this content, of 11 tokens for a question of 120. */
    public static Reply content(String content) {
      var message = JSON.createObjectNode().put("role", "assistant").put("content", content);
      var choice = JSON.createObjectNode().put("index", 0).put("finish_reason", "stop");
      choice.set("message", message);
      var completion = JSON.createObjectNode().put("id", "1").put("object", "chat.completion");
      completion.put("model", "fake").putArray("choices").add(choice);
      completion
          .putObject("usage")
          .put("prompt_tokens", 120)
          .put("completion_tokens", 11)
          .put("total_tokens", 131);
      return new Reply(200, completion.toString(), false);
    }

    /** Any other answer. */
    public static Reply status(int status, String body) {
      return new Reply(status, body, false);
    }

    /** Headers and a first byte, and no end. */
    public static Reply withoutEnd() {
      return new Reply(200, "{", true);
    }
  }

  public FakeOpenAi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/chat/completions", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The base to configure. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /** Answers each message with what the model makes of it. */
  public void answers(Function<String, Reply> answer) {
    model = answer;
  }

  /** The requests so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              JSON.readTree(exchange.getRequestBody().readAllBytes()));
      requests.add(request);
      Reply reply = model.apply(request.message());
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), reply.endless() ? 0 : body.length);
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
      if (reply.endless()) {
        closing.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
