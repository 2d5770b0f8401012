package dev.workflowexecutor.cli.scenario;

import java.io.Serial;

/** A scenario can't be played as it is written; the message says why. */
final class BadScenario extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BadScenario(String message) {
    super(message);
  }
}
