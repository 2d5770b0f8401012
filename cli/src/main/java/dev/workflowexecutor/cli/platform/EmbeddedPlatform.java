package dev.workflowexecutor.cli.platform;

import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.examples.telecom.TelecomBackend;
import dev.workflowexecutor.standalone.Platform;
import dev.workflowexecutor.standalone.PlatformSettings;
import dev.workflowexecutor.standalone.data.DataFolder;
import dev.workflowexecutor.standalone.log.PlatformLog;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A platform together with the telecom backend, where no other tools are given.
 *
 * @param backend the example's tools
 */
public record EmbeddedPlatform(Platform platform, Optional<TelecomBackend> backend)
    implements AutoCloseable {

  /** Starts it, telling the console what happens; its log goes into the data folder. */
  public static EmbeddedPlatform start(PlatformSettings settings, Console console) {
    long begun = System.nanoTime();
    Path data = settings.data().toAbsolutePath().normalize();
    // Before the log and the backend write to a folder that may be somebody else's.
    DataFolder.open(data).close();
    PlatformLog.to(data.resolve("logs").resolve("wfx.log"));
    console.progress("starting in " + data);
    Optional<TelecomBackend> backend =
        settings.tools().isPresent()
            ? Optional.empty()
            : Optional.of(TelecomBackend.start(0, data.resolve("telecom-backend")));
    backend.ifPresent(
        started -> console.progress("  tools: the bundled telecom backend on " + started.uri()));
    try {
      PlatformSettings complete =
          backend.map(started -> settings.calling(started.uri())).orElse(settings);
      Platform platform = Platform.start(complete, step -> console.progress("  " + step));
      console.progress(
          String.format(Locale.ROOT, "started in %.1f s", (System.nanoTime() - begun) / 1e9));
      return new EmbeddedPlatform(platform, backend);
    } catch (RuntimeException e) {
      backend.ifPresent(TelecomBackend::close);
      throw e;
    }
  }

  @Override
  public void close() {
    platform.close();
    backend.ifPresent(TelecomBackend::close);
  }
}
