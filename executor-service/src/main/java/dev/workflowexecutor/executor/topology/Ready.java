package dev.workflowexecutor.executor.topology;

import org.jspecify.annotations.Nullable;

/** What Kafka Streams promises: init comes before process. */
final class Ready {

  private Ready() {}

  static <T> T of(@Nullable T initialised) {
    if (initialised == null) {
      throw new IllegalStateException("expected init before process");
    }
    return initialised;
  }
}
