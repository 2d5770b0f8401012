package dev.workflowexecutor.examples.telecom;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The command line: {@code [--port PORT] [--data FOLDER]}. */
record Arguments(int port, @Nullable Path data) {

  private static final String USAGE = "usage: TelecomBackend [--port PORT] [--data FOLDER]";

  static Arguments parse(String[] arguments) {
    if (arguments.length % 2 != 0) {
      throw new IllegalArgumentException(USAGE);
    }
    Arguments parsed = new Arguments(9090, null);
    for (int i = 0; i < arguments.length; i += 2) {
      parsed = parsed.with(arguments[i], arguments[i + 1]);
    }
    return parsed;
  }

  private Arguments with(String option, String value) {
    return switch (option) {
      case "--port" -> new Arguments(port(value), data);
      case "--data" -> new Arguments(port, Path.of(value));
      default -> throw new IllegalArgumentException("unknown option " + option + "; " + USAGE);
    };
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a port, found " + value + "; " + USAGE, e);
    }
    throw new IllegalArgumentException("expected a port, found " + value + "; " + USAGE);
  }
}
