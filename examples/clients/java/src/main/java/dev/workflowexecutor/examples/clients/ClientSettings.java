package dev.workflowexecutor.examples.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The configuration of the example's Kafka clients: a file, and two environment variables. */
final class ClientSettings {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "WFX_KAFKA_BOOTSTRAP_SERVERS", "bootstrap.servers",
          "WFX_SCHEMA_REGISTRY_URL", "schema.registry.url");

  private ClientSettings() {}

  /** The settings of the file that {@code -Dclient.properties=FILE} names, else of the bundled. */
  static Properties load() {
    Properties settings = new Properties();
    try (InputStream file = open(System.getProperty("client.properties"))) {
      settings.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException("expected a readable client.properties: " + e, e);
    }
    ENVIRONMENT.forEach(
        (variable, key) -> {
          String value = System.getenv(variable);
          if (value != null) {
            settings.setProperty(key, value);
          }
        });
    return settings;
  }

  private static InputStream open(@Nullable String file) throws IOException {
    if (file != null) {
      return Files.newInputStream(Path.of(file));
    }
    InputStream bundled = ClientSettings.class.getResourceAsStream("/client.properties");
    if (bundled == null) {
      throw new IOException("client.properties isn't on the class path");
    }
    return bundled;
  }
}
