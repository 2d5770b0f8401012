package dev.workflowexecutor.cli.gateway;

import java.util.Iterator;
import java.util.function.Predicate;

/**
 * One event of a {@code text/event-stream}.
 *
 * @param name the event's type; {@code message} where the stream names none
 * @param data its lines, joined
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">the format</a>
 */
public record ServerSentEvent(String name, String data) {

  /** Reads events until one isn't wanted any more or the lines end. */
  static void read(Iterator<String> lines, Predicate<ServerSentEvent> wantsMore) {
    String name = "message";
    StringBuilder data = new StringBuilder();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("event:")) {
        name = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring("data:".length()).strip());
      } else if (line.isEmpty()) {
        if (!data.isEmpty() && !wantsMore.test(new ServerSentEvent(name, data.toString()))) {
          return;
        }
        name = "message";
        data.setLength(0);
      }
    }
  }
}
