package dev.workflowexecutor.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A stream of server-sent events, read block by block. */
public final class TestEvents implements AutoCloseable {
  private final HttpResponse<InputStream> response;
  private final BufferedReader lines;

  TestEvents(HttpResponse<InputStream> response) {
    this.response = response;
    this.lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
  }

  /** One event. */
  public record Event(String id, String type, String data) {
    /** A value of the event's JSON. */
    public <T> T value(String path) {
      return JsonPath.read(data, path);
    }
  }

  /** The status of the answer. */
  public int status() {
    return response.statusCode();
  }

  /** The media type of the answer. */
  public String contentType() {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  /** Waits for the next event. */
  public Event next() {
    while (true) {
      List<String> block = block().orElseThrow(() -> new AssertionError("The stream has ended"));
      if (block.stream().anyMatch(line -> line.startsWith("data:"))) {
        return new Event(field(block, "id"), field(block, "event"), field(block, "data"));
      }
    }
  }

  /** Waits for the next comment. */
  public String nextComment() {
    while (true) {
      List<String> block = block().orElseThrow(() -> new AssertionError("The stream has ended"));
      if (block.getFirst().startsWith(":")) {
        return block.getFirst();
      }
    }
  }

  /** Waits until the stream ends, however it does. */
  public void awaitEnd() {
    try {
      while (block().isPresent()) {}
    } catch (UncheckedIOException e) {
      // Cut off is ended, too.
    }
  }

  private Optional<List<String>> block() {
    List<String> block = new ArrayList<>();
    try {
      String line = lines.readLine();
      while (line != null && !line.isEmpty()) {
        block.add(line);
        line = lines.readLine();
      }
      return line == null ? Optional.empty() : Optional.of(block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String field(List<String> block, String name) {
    return block.stream()
        .flatMap(
            line ->
                line.startsWith(name + ": ")
                    ? Stream.of(line.substring(name.length() + 2))
                    : Stream.empty())
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
