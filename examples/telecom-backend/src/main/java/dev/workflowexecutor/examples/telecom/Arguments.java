package dev.workflowexecutor.examples.telecom;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param host the address to listen on, loopback by default
 * @param port the port, 0 for any that is free
 * @param data the folder for the helpdesk's tickets; null keeps them in memory
 */
record Arguments(String host, int port, @Nullable Path data) {

  private static final String USAGE =
      "usage: TelecomBackend [--host ADDRESS] [--port PORT] [--data FOLDER]";

  static Arguments parse(String[] arguments) {
    if (arguments.length % 2 != 0) {
      throw new IllegalArgumentException(USAGE);
    }
    Arguments parsed = new Arguments("127.0.0.1", 9090, null);
    for (int i = 0; i < arguments.length; i += 2) {
      parsed = parsed.with(arguments[i], arguments[i + 1]);
    }
    return parsed;
  }

  private Arguments with(String option, String value) {
    return switch (option) {
      case "--host" -> new Arguments(value, port, data);
      case "--port" -> new Arguments(host, port(value), data);
      case "--data" -> new Arguments(host, port, Path.of(value));
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
