package dev.workflowexecutor.benchmarks.platform;

import dev.workflowexecutor.examples.telecom.TelecomBackend;
import dev.workflowexecutor.standalone.Platform;
import dev.workflowexecutor.standalone.PlatformSettings;
import dev.workflowexecutor.standalone.log.PlatformLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A platform of this process with the telecom backend for its tools, in a temporary folder that is
 * removed when it ends.
 */
public final class EmbeddedPlatform implements AutoCloseable {

  /** Partitions of each of its topics. */
  public static final int PARTITIONS = 6;

  /** The commit interval of its Kafka Streams applications, in milliseconds. */
  public static final int COMMIT_MILLIS = 25;

  private final Path folder;
  private final TelecomBackend tools;
  private final Platform platform;

  private EmbeddedPlatform(Path folder, TelecomBackend tools, Platform platform) {
    this.folder = folder;
    this.tools = tools;
    this.platform = platform;
  }

  /** Starts it on free ports, publishes the packs and waits until it takes problems. */
  public static EmbeddedPlatform start(List<Path> packs) throws IOException {
    Path folder = Files.createTempDirectory("benchmarks");
    PlatformLog.to(folder.resolve("platform.log"));
    TelecomBackend tools = TelecomBackend.start(0);
    try {
      PlatformSettings settings =
          PlatformSettings.in(folder.resolve("data")).publishing(packs).calling(tools.uri());
      return new EmbeddedPlatform(folder, tools, Platform.start(settings, System.err::println));
    } catch (RuntimeException e) {
      tools.close();
      delete(folder);
      throw e;
    }
  }

  /** Where its broker and its registry are. */
  public Address address() {
    return new Address(platform.kafka(), platform.registry().toString());
  }

  /** A folder for whatever else the run has to keep; removed with the platform. */
  public Path scratch() {
    return folder.resolve("scratch");
  }

  @Override
  public void close() {
    platform.close();
    tools.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't remove " + folder, e);
    }
  }
}
