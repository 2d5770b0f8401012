package dev.workflowexecutor.examples.telecom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The backend's data: JSON files on the class path, beside this class. */
final class Data {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private Data() {}

  static <T> T read(String file, TypeReference<T> type) {
    try (InputStream in = Data.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + file + ", found nothing");
      }
      return JSON.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
