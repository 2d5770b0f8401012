package dev.workflowexecutor.gateway.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.workflowexecutor.gateway.config.GatewayProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes outcomes to a connection as server-sent events, until one of both sides ends it. It blocks
 * the (virtual) thread of the request meanwhile.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
@Component
public final class EventWriter {
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

  private final JsonMapper json;
  private final Duration heartbeat;

  EventWriter(JsonMapper json, GatewayProperties properties) {
    this.json = json;
    this.heartbeat = properties.heartbeat();
  }

  /** Writes the replay, and then whatever the stream brings. */
  public void follow(List<Outcome> replay, OutcomeStream stream, HttpServletResponse response)
      throws IOException {
    open(response);
    for (Outcome outcome : replay) {
      if (stream.first(outcome)) {
        write(outcome, response);
      }
    }
    try {
      writeAll(stream, response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeAll(OutcomeStream stream, HttpServletResponse response)
      throws IOException, InterruptedException {
    boolean open = true;
    while (open) {
      switch (stream.next(heartbeat)) {
        case OutcomeStream.Next.Event(Outcome outcome) -> write(outcome, response);
        case OutcomeStream.Next.Quiet() -> write(": still here\n\n", response);
        case OutcomeStream.Next.Ended() -> open = false;
      }
    }
  }

  private static void open(HttpServletResponse response) throws IOException {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    write("retry: 2000\n\n", response);
  }

  private void write(Outcome outcome, HttpServletResponse response) throws IOException {
    String data = json.writeValueAsString(OutcomeDocument.of(outcome));
    // The data of an outcome is JSON that somebody else wrote and may hold line breaks.
    write(
        "event: outcome\nid: %s\ndata: %s\n\n"
            .formatted(oneLine(outcome.resultId()), oneLine(data)),
        response);
  }

  private static String oneLine(String text) {
    return LINE_BREAKS.matcher(text).replaceAll(" ");
  }

  private static void write(String text, HttpServletResponse response) throws IOException {
    response.getOutputStream().write(text.getBytes(UTF_8));
    response.flushBuffer();
  }
}
