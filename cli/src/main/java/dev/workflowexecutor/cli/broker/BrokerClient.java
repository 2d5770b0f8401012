package dev.workflowexecutor.cli.broker;

import dev.workflowexecutor.cli.console.CommandFailed;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of a command that talks to a broker: its address, and properties of the Kafka client,
 * of which those in a file are seen by nobody who lists processes.
 */
public final class BrokerClient {

  /**
   * In milliseconds. A broker that has just started on a busy machine takes more than ten seconds.
   */
  private static final String TIME_TO_ANSWER = "30000";

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:WFX_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
      description = "The broker; default: WFX_KAFKA_BOOTSTRAP_SERVERS, else ${DEFAULT-VALUE}.")
  private String kafka = "";

  @Option(
      names = "--properties",
      paramLabel = "FILE",
      defaultValue = "${env:WFX_KAFKA_PROPERTIES}",
      description =
          "A file with properties of the Kafka client, for example with its password; default:"
              + " WFX_KAFKA_PROPERTIES, else none.")
  private @Nullable Path file;

  @Option(
      names = "--property",
      paramLabel = "K=V",
      description =
          "A property of the Kafka client, for example for its security; stronger than the file;"
              + " may be repeated.")
  private Map<String, String> properties = new TreeMap<>();

  /**
   * The client's configuration.
   *
   * @throws CommandFailed when the file can't be read
   */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("request.timeout.ms", TIME_TO_ANSWER);
    settings.put("default.api.timeout.ms", TIME_TO_ANSWER);
    if (file != null) {
      read(file).forEach((name, value) -> settings.put(name.toString(), value));
    }
    settings.putAll(properties);
    settings.put("bootstrap.servers", kafka);
    return settings;
  }

  /** The broker's address, for messages. */
  public String address() {
    return kafka;
  }

  private static Properties read(Path file) {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailed("can't read the properties in " + file, e);
    }
    return read;
  }
}
