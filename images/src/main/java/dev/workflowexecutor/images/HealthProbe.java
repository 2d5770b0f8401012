package dev.workflowexecutor.images;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The health check of an image that has no shell and no HTTP client: asks the service in the same
 * container, and exits with 0 where the answer is 200, else with 1.
 *
 * <p>It runs every few seconds beside the service, so it loads as few classes as a request takes: a
 * socket and one line of HTTP/1.0.
 */
public final class HealthProbe {

  private static final int TIMEOUT_MILLIS = 4_000;
  private static final int LONGEST_STATUS_LINE = 64;

  private HealthProbe() {}

  /**
   * Asks once.
   *
   * @param arguments the port unless SERVER_PORT names another, and the path
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.out.println("usage: HealthProbe PORT PATH");
      System.exit(2);
    }
    System.exit(run(arguments[0], arguments[1], System.getenv()));
  }

  static int run(String defaultPort, String path, Map<String, String> environment) {
    String port = environment.getOrDefault("SERVER_PORT", defaultPort);
    try {
      String status = ask(Integer.parseInt(port), path);
      System.out.println(status);
      return status.contains(" 200") ? 0 : 1;
    } catch (IOException e) {
      System.out.println("no answer from port %s: %s".formatted(port, e.getMessage()));
      return 1;
    }
  }

  /** The status line of the answer. */
  private static String ask(int port, String path) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      OutputStream request = socket.getOutputStream();
      request.write(
          ("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      request.flush();
      byte[] answer = socket.getInputStream().readNBytes(LONGEST_STATUS_LINE);
      return new String(answer, StandardCharsets.US_ASCII).lines().findFirst().orElse("no status");
    }
  }
}
