package dev.workflowexecutor.standalone;

import dev.workflowexecutor.examples.telecom.TelecomBackend;
import dev.workflowexecutor.standalone.startup.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A platform with the telecom pack and its backend. */
final class TestPlatform implements AutoCloseable {

  static final Path TELECOM = Path.of("..", "workflows", "telecom");

  private final Platform platform;
  private TelecomBackend backend;

  private TestPlatform(Platform platform, TelecomBackend backend) {
    this.platform = platform;
    this.backend = backend;
  }

  static TestPlatform start(Path data) {
    return start(data, Map.of());
  }

  /** Starts it with these properties of its services. */
  static TestPlatform start(Path data, Map<String, String> properties) {
    TelecomBackend backend = TelecomBackend.start(0);
    try {
      PlatformSettings settings =
          PlatformSettings.in(data)
              .publishing(List.of(TELECOM))
              .calling(backend.uri())
              .with(properties);
      return new TestPlatform(Platform.start(settings, Progress.silent()), backend);
    } catch (RuntimeException e) {
      backend.close();
      throw e;
    }
  }

  Platform platform() {
    return platform;
  }

  Api api() {
    return new Api(platform.http());
  }

  URI backend() {
    return backend.uri();
  }

  /** Does something while the backend isn't there. */
  void withoutBackend(Runnable action) {
    int port = backend.uri().getPort();
    backend.close();
    try {
      action.run();
    } finally {
      backend = TelecomBackend.start(port);
    }
  }

  @Override
  public void close() {
    platform.close();
    backend.close();
  }
}
