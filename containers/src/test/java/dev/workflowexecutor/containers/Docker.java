package dev.workflowexecutor.containers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Docker command line, which images/build needs too. */
final class Docker {

  private Docker() {}

  /** Why no containers can be started here, if so. */
  static Optional<String> hindrance() {
    if (!succeeds("info")) {
      return Optional.of("no Docker daemon answers; 'docker info' says more");
    }
    return Images.PUBLIC.stream()
        .filter(image -> !succeeds("image", "inspect", image) && !succeeds("pull", image))
        .findFirst()
        .map("the image %s is neither here nor can be pulled"::formatted);
  }

  private static boolean succeeds(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
