package dev.workflowexecutor.examples.telecom;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One HTTP request and its response, with what this backend needs of them. */
record Exchange(HttpExchange http) {

  private static final int MAX_BODY_BYTES = 64 * 1024;

  String path() {
    return http.getRequestURI().getPath();
  }

  boolean is(String method) {
    return http.getRequestMethod().equals(method);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(http.getRequestHeaders().getFirst(name))
        .filter(value -> !value.isBlank());
  }

  /** The body, or nothing where it is too large. */
  Optional<byte[]> body() throws IOException {
    byte[] body = http.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    return body.length > MAX_BODY_BYTES ? Optional.empty() : Optional.of(body);
  }

  void answer(Answer answer) throws IOException {
    switch (answer) {
      case Answer.Done(var body) -> send(200, "application/json", body.toString());
      case Answer.Refused refused -> problem(refused);
    }
  }

  void send(int status, String contentType, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", contentType);
    http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    http.getResponseBody().write(bytes);
  }

  private void problem(Answer.Refused refused) throws IOException {
    ObjectNode body = Data.JSON.createObjectNode();
    body.put("type", "about:blank");
    body.put("title", refused.title());
    body.put("status", refused.status());
    body.put("detail", refused.detail());
    send(refused.status(), "application/problem+json", body.toString());
  }
}
