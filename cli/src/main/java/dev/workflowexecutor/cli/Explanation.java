package dev.workflowexecutor.cli;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.standalone.startup.StartException;
import java.util.Objects;

/** A failure in one line for people. */
final class Explanation {

  private Explanation() {}

  /** What was foreseen explains itself; anything else is told with its type. */
  static String of(Throwable failure) {
    return switch (failure) {
      case CommandFailed foreseen -> Objects.toString(foreseen.getMessage());
      case StartException foreseen -> Objects.toString(foreseen.getMessage());
      default ->
          "unexpected %s: %s"
              .formatted(failure.getClass().getSimpleName(), failure.getMessage())
              .replaceAll("\\s+", " ");
    };
  }
}
