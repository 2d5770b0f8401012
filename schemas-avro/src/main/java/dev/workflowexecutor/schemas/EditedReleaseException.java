package dev.workflowexecutor.schemas;

import java.util.List;

/** Thrown when released files aren't as they were released; the message has a line for each. */
public final class EditedReleaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EditedReleaseException(List<String> edited) {
    super(String.join("\n", edited));
  }
}
