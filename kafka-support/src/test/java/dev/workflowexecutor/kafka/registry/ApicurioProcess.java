package dev.workflowexecutor.kafka.registry;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real registry as a child process, with its schemas in memory. */
public record ApicurioProcess(Process process) implements AutoCloseable {

  /** Starts one with these properties beside what every test needs. */
  public static ApicurioProcess start(Map<String, String> properties, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx128m");
    command.add("-Dquarkus.http.host=127.0.0.1");
    command.add("-Dquarkus.management.host=127.0.0.1");
    command.add("-Dquarkus.management.port=0");
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", "quarkus-run.jar"));
    return new ApicurioProcess(
        new ProcessBuilder(command)
            .directory(Path.of("target", "registry").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start());
  }

  /** A port that was free a moment ago. */
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until a client with this configuration gets an answer. */
  public void awaitAnswerTo(Map<String, Object> config) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> SchemaRegistry.connect(config).versions("none").isEmpty());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
