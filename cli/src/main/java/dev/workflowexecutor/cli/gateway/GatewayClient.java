package dev.workflowexecutor.cli.gateway;

import dev.workflowexecutor.cli.console.CommandFailed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's HTTP API as a client sees it. Thread-safe. */
public final class GatewayClient implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** A client of the platform at an address without a slash at the end. */
  public GatewayClient(URI address) {
    this.address = address;
  }

  /**
   * Submits a problem.
   *
   * @param wait how long the platform may hold the answer back until the outcome is known
   * @throws CommandFailed when the platform doesn't answer
   */
  public Submitted submit(Submission submission, Duration wait) {
    HttpRequest.Builder request =
        to("/v1/problems")
            .timeout(wait.plus(ANSWER_WITHIN))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body(submission))));
    submission.idempotencyKey().ifPresent(key -> request.header("Idempotency-Key", key));
    if (wait.isPositive()) {
      request.header("Prefer", "wait=" + Math.max(1, wait.toSeconds()));
    }
    HttpResponse<String> response = send(request.build(), BodyHandlers.ofString());
    JsonNode answer = json(response.body());
    return switch (response.statusCode()) {
      case 200 -> new Submitted.Answered(answer);
      case 202 ->
          new Submitted.Accepted(
              answer.path("ticketId").asString(""), answer.path("problemId").asString(""));
      default ->
          new Submitted.Refused(response.statusCode(), reason(response.statusCode(), answer));
    };
  }

  /**
   * A ticket with its turns.
   *
   * @throws CommandFailed when there is none or the platform doesn't answer
   */
  public JsonNode ticket(String ticket) {
    HttpResponse<String> response =
        send(to(ticketPath(ticket)).timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
    JsonNode answer = json(response.body());
    if (response.statusCode() != 200) {
      throw new CommandFailed(reason(response.statusCode(), answer));
    }
    return answer;
  }

  /**
   * Follows a stream of outcomes until the reader has enough or the platform ends it.
   *
   * @param path of the stream, as {@code /v1/tickets/T-1/events}
   * @param wantsMore takes each event and says whether to go on
   */
  public void follow(String path, Predicate<ServerSentEvent> wantsMore) {
    HttpRequest request = to(path).header("Accept", "text/event-stream").build();
    HttpResponse<Stream<String>> response = send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      if (response.statusCode() != 200) {
        String body = String.join("\n", lines.toList());
        throw new CommandFailed(reason(response.statusCode(), json(body)));
      }
      ServerSentEvent.read(lines.iterator(), wantsMore);
    }
  }

  /** The path of a ticket. */
  static String ticketPath(String ticket) {
    return "/v1/tickets/" + URLEncoder.encode(ticket, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Map<String, Object> body(Submission submission) {
    Map<String, Object> body = new TreeMap<>();
    body.put("text", submission.text());
    submission.ticket().ifPresent(ticket -> body.put("ticketId", ticket));
    if (!submission.attributes().isEmpty()) {
      body.put("attributes", submission.attributes());
    }
    return body;
  }

  private static String reason(int status, JsonNode problem) {
    String title = problem.path("title").asString("");
    String detail = problem.path("detail").asString("");
    return "the platform answered %d%s%s"
        .formatted(
            status,
            title.isEmpty() ? "" : " " + title,
            detail.isEmpty() ? "" : ": " + detail.replaceAll("\\s+", " "));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (ConnectException e) {
      throw new CommandFailed(
          "nothing answers at %s; start the platform with wfx up or give its address with --url"
              .formatted(address),
          e);
    } catch (IOException e) {
      throw new CommandFailed("no answer from %s: %s".formatted(address, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
