package dev.workflowexecutor.standalone.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** A loopback TCP port: asked for by number, or any free one with 0. */
public final class Port {

  private Port() {}

  /**
   * Binds a loopback port.
   *
   * @param purpose who wants it, as "Kafka"
   * @param option what to set to choose another, as "--kafka-port"
   * @param port the number, or 0 for any that is free
   * @throws StartException when it is taken
   */
  public static ServerSocketChannel bind(String purpose, String option, int port) {
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        return channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StartException(
          "port %d for %s is taken on 127.0.0.1 (%s); end the program that has it or choose another with %s"
              .formatted(port, purpose, e.getMessage(), option),
          e);
    }
  }

  /** The number of a port that was free a moment ago, for a program that binds it itself. */
  public static int free(String purpose, String option, int port) {
    try (ServerSocketChannel channel = bind(purpose, option, port)) {
      return number(channel);
    } catch (IOException e) {
      throw new StartException("can't close the port tried for " + purpose, e);
    }
  }

  /** The number a channel is bound to. */
  public static int number(ServerSocketChannel channel) {
    try {
      return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    } catch (IOException e) {
      throw new StartException("can't read the number of a bound port", e);
    }
  }
}
