package dev.workflowexecutor.standalone;

import dev.workflowexecutor.examples.telecom.TelecomBackend;
import dev.workflowexecutor.standalone.startup.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** The platform in this JVM. */
final class EmbeddedTestPlatform implements TestPlatform {

  static final Path TELECOM = Path.of("..", "workflows", "telecom");

  private final Path data;
  private final Map<String, String> properties;
  private TelecomBackend backend;
  private Platform platform;

  private EmbeddedTestPlatform(Path data, Map<String, String> properties) {
    this.data = data;
    this.properties = properties;
    this.backend = TelecomBackend.start(0);
    try {
      this.platform = startPlatform();
    } catch (RuntimeException e) {
      backend.close();
      throw e;
    }
  }

  /** One on a folder of its own, which goes when the platform ends. */
  static EmbeddedTestPlatform start() {
    try {
      return start(Files.createTempDirectory("wfx-test-"), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EmbeddedTestPlatform start(Path data, Map<String, String> properties) {
    return new EmbeddedTestPlatform(data, properties);
  }

  private Platform startPlatform() {
    return Platform.start(
        PlatformSettings.in(data)
            .publishing(List.of(TELECOM))
            .calling(backend.uri())
            .with(properties),
        Progress.silent());
  }

  Platform platform() {
    return platform;
  }

  @Override
  public URI http() {
    return platform.http();
  }

  @Override
  public String kafka() {
    return platform.kafka();
  }

  @Override
  public URI registry() {
    return platform.registry();
  }

  @Override
  public URI backend() {
    return backend.uri();
  }

  @Override
  public void withoutBackend(Runnable action) {
    int port = backend.uri().getPort();
    backend.close();
    try {
      action.run();
    } finally {
      backend = TelecomBackend.start(port);
    }
  }

  @Override
  public void withoutRegistry(Runnable action) {
    platform.registryProcess().close();
    try {
      action.run();
    } finally {
      platform.registryProcess().reopen();
      platform.registryProcess().awaitReady();
    }
  }

  @Override
  public void restart() {
    platform.close();
    platform = startPlatform();
  }

  @Override
  public void close() {
    platform.close();
    backend.close();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
