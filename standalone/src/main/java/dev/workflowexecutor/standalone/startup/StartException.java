package dev.workflowexecutor.standalone.startup;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The platform can't start; the message is one line for people, with what is wrong and what to do.
 */
public final class StartException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public StartException(String message) {
    this(message, null);
  }

  public StartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
