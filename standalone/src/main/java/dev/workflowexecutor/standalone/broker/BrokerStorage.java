package dev.workflowexecutor.standalone.broker;

import dev.workflowexecutor.standalone.startup.StartException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The folder of a broker, which must carry a cluster id before its first start. */
final class BrokerStorage {

  private BrokerStorage() {}

  static void formatIfNew(Path folder) {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    Formatter formatter =
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setNodeId(BrokerSettings.NODE)
            .setClusterId(Uuid.randomUuid().toString())
            .addDirectory(folder.toString())
            .setMetadataLogDirectory(folder.toString())
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            .setControllerListenerName(BrokerSettings.CONTROLLER)
            .setIgnoreFormatted(true);
    run(formatter, folder);
  }

  private static void run(Formatter formatter, Path folder) {
    try {
      formatter.run();
    } catch (Exception e) {
      throw new StartException(
          "can't prepare %s for Kafka: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
