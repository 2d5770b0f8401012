package dev.workflowexecutor.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The conversations of the demonstration, from a file beside this class.
 *
 * @param samples in the order in which they are submitted
 */
record Samples(List<Sample> samples) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  Samples {
    samples = List.copyOf(samples);
  }

  static List<Sample> load() {
    try (InputStream file =
        Objects.requireNonNull(Samples.class.getResourceAsStream("samples.yaml"))) {
      return YAML.readValue(file, Samples.class).samples();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the demonstration's samples", e);
    }
  }
}
