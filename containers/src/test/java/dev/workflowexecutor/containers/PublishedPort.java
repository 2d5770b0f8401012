package dev.workflowexecutor.containers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of loopback for containers, which let them go while they are down and take them again: so
 * they lie below those that Linux gives to connections by itself ({@code
 * net.ipv4.ip_local_port_range}, from 32768).
 */
final class PublishedPort {

  private static final int FIRST = 20_000;
  private static final int BEYOND = 32_000;
  private static final int ATTEMPTS = 1_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private PublishedPort() {}

  /** The number of a port that is free and that no container of this JVM has. */
  static int free() {
    return ThreadLocalRandom.current()
        .ints(ATTEMPTS, FIRST, BEYOND)
        .filter(port -> isFree(port) && GIVEN.add(port))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no free port from %d to %d".formatted(FIRST, BEYOND - 1)));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
