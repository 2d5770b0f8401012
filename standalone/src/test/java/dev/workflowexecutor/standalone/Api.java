package dev.workflowexecutor.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's HTTP API as a test uses it. */
public record Api(URI address) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * What HTTP said.
   *
   * @param status the HTTP status
   */
  public record Answer(int status, JsonNode body) {

    public String text(String field) {
      return body.path(field).asString("");
    }
  }

  /** Submits a text and waits for its outcome. */
  public Answer submit(String text) {
    return submit(text, null);
  }

  /** Submits a text on a ticket and waits for its outcome. */
  public Answer submit(String text, @Nullable String ticket) {
    Map<String, String> body =
        ticket == null ? Map.of("text", text) : Map.of("text", text, "ticketId", ticket);
    return post(JSON.writeValueAsBytes(body), 60);
  }

  /** Submits a text in a trace and waits for its outcome. */
  Answer submitTraced(String text, String traceparent) {
    return send(
        problem(JSON.writeValueAsBytes(Map.of("text", text)), 60)
            .header("traceparent", traceparent)
            .build());
  }

  /** Submits a text without waiting. */
  public Answer accept(String text) {
    return post(JSON.writeValueAsBytes(Map.of("text", text)), 0);
  }

  /** Posts a body as it is. */
  public Answer post(byte[] body, int wait) {
    return send(problem(body, wait).build());
  }

  private HttpRequest.Builder problem(byte[] body, int wait) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/v1/problems"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    if (wait > 0) {
      request.header("Prefer", "wait=" + wait);
    }
    return request;
  }

  /** A ticket with its turns. */
  public Answer ticket(String ticket) {
    return send(HttpRequest.newBuilder(URI.create(address + "/v1/tickets/" + ticket)).build());
  }

  /** Switches a fault of the telecom backend. */
  public static void fault(URI backend, String tool, String mode) {
    send(
        HttpRequest.newBuilder(URI.create(backend + "/faults/" + tool))
            .POST(BodyPublishers.ofString("{\"mode\":\"" + mode + "\"}"))
            .build());
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
