package dev.workflowexecutor.extraction.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Everyday sentences that belong to no workflow: a class of its own beside the intents. */
final class Background {

  private static final String RESOURCE = "background.txt";

  private Background() {}

  static List<String> sentences() {
    try (InputStream resource = Background.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("expected " + RESOURCE + " beside " + Background.class);
      }
      return new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
