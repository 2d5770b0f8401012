package dev.workflowexecutor.standalone.registry;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line of the registry's process: a small heap, loopback, an H2 file. */
final class RegistryCommand {

  private static final List<String> SMALL_JVM =
      List.of(
          "-Xmx128m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-XX:+ExitOnOutOfMemoryError",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private RegistryCommand() {}

  static List<String> of(RegistryInstallation installation, Path folder, int port) {
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            SMALL_JVM.stream(),
            settings(folder, port).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> "-D%s=%s".formatted(setting.getKey(), setting.getValue())),
            Stream.of(
                "-cp",
                installation.ownClasses() + File.pathSeparator + installation.runner(),
                RegistryMain.class.getName()))
        .flatMap(part -> part)
        .toList();
  }

  private static Map<String, String> settings(Path folder, int port) {
    return Map.ofEntries(
        Map.entry("quarkus.http.host", "127.0.0.1"),
        Map.entry("quarkus.http.port", Integer.toString(port)),
        Map.entry("quarkus.management.host", "127.0.0.1"),
        Map.entry("quarkus.management.port", "0"),
        Map.entry("quarkus.http.access-log.enabled", "false"),
        Map.entry("apicurio.storage.kind", "sql"),
        Map.entry("apicurio.storage.sql.kind", "h2"),
        // A schema id that was handed out must survive the process being killed a moment later.
        Map.entry(
            "apicurio.datasource.url",
            "jdbc:h2:file:" + folder.resolve("registry") + ";WRITE_DELAY=0"),
        Map.entry("apicurio.datasource.jdbc.initial-size", "1"),
        Map.entry("apicurio.datasource.jdbc.min-size", "1"),
        Map.entry("apicurio.datasource.jdbc.max-size", "8"),
        Map.entry("apicurio.storage.snapshot.location", folder.toString()),
        Map.entry("apicurio.import.work-dir", folder.toString()));
  }
}
