package dev.workflowexecutor.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The images of the parts, made of what Maven has just packaged. */
final class Images {

  static final String KAFKA = "apache/kafka:4.2.1";
  static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
  static final String POSTGRES = "postgres:17";

  /** What is not built here. */
  static final List<String> PUBLIC = List.of("eclipse-temurin:25-jre", KAFKA, REGISTRY, POSTGRES);

  private static final String PREFIX = "workflow-executor";
  private static final String VERSION = "test";
  private static final Path BUILD = Path.of("..", "images", "build");
  private static final Path LOG = Path.of("target", "images.log");

  private Images() {}

  static String of(String part) {
    return "%s/%s:%s".formatted(PREFIX, part, VERSION);
  }

  /** Builds the images of these parts. */
  static void build(List<String> parts) {
    List<String> command = new ArrayList<>();
    command.add(BUILD.toString());
    command.addAll(parts);
    ProcessBuilder build =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(LOG.toFile());
    build.environment().putAll(Map.of("WFX_IMAGES", PREFIX, "WFX_VERSION", VERSION));
    try {
      if (build.start().waitFor() != 0) {
        throw new AssertionError("can't build the images:\n" + Files.readString(LOG));
      }
    } catch (IOException e) {
      throw new AssertionError("can't run " + BUILD, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
