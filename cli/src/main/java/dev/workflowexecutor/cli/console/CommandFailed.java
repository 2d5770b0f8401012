package dev.workflowexecutor.cli.console;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A command can't do what it was asked to; the message is one line for people. */
public final class CommandFailed extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public CommandFailed(String message) {
    this(message, null);
  }

  public CommandFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
