package dev.workflowexecutor.cli.platform;

import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.standalone.Platform;
import dev.workflowexecutor.standalone.PlatformSettings;
import dev.workflowexecutor.standalone.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wfx up}: the platform in the foreground, until it is told to end. */
@Command(
    name = "up",
    description = "Runs the platform here until it is told to end (Ctrl-C or SIGTERM).")
public final class UpCommand implements Callable<Integer> {

  @Mixin private final Console console = new Console();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".wfx/data",
      description = "The folder that it remembers everything in; default: ${DEFAULT-VALUE}.")
  private Path data = Path.of("");

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the HTTP API, 0 for any; default: ${DEFAULT-VALUE}.")
  private int httpPort;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Port of the broker, 0 for any; default: ${DEFAULT-VALUE}.")
  private int kafkaPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Port of the schema registry, 0 for any; default: ${DEFAULT-VALUE}.")
  private int registryPort;

  @Option(
      names = "--workflows",
      paramLabel = "DIR",
      description =
          "A pack, or a folder of packs, to publish; may be repeated; default: the bundled packs.")
  private List<Path> workflows = new ArrayList<>();

  @Option(
      names = "--tools-url",
      paramLabel = "URL",
      defaultValue = "${env:WFX_TOOLS_BASE_URL}",
      description =
          "Where tools are called, as POST URL/TOOL; default: WFX_TOOLS_BASE_URL, else the bundled"
              + " telecom backend, which is started as well.")
  private @Nullable URI tools;

  @Option(
      names = "--set",
      paramLabel = "PROPERTY=VALUE",
      description = "A property of the services; may be repeated.")
  private Map<String, String> properties = new TreeMap<>();

  @Override
  public Integer call() throws InterruptedException {
    PlatformSettings settings =
        new PlatformSettings(
            data,
            new Ports(httpPort, kafkaPort, registryPort),
            workflows.isEmpty() ? List.of(BundledPacks.folder()) : workflows,
            Optional.ofNullable(tools),
            properties);
    EmbeddedPlatform running = EmbeddedPlatform.start(settings, console);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running), "end"));
    ready(running.platform());
    new CountDownLatch(1).await();
    return Console.DONE;
  }

  private void ready(Platform platform) {
    Map<String, String> addresses = new TreeMap<>();
    addresses.put("http", platform.http().toString());
    addresses.put("kafka", platform.kafka());
    addresses.put("registry", platform.registry().toString());
    console.answer(
        "ready http=%s kafka=%s registry=%s"
            .formatted(platform.http(), platform.kafka(), platform.registry()),
        Map.of("ready", addresses));
  }

  /** To be told to end is no failure, though the JVM takes it for one. */
  private static void end(EmbeddedPlatform running) {
    running.close();
    Runtime.getRuntime().halt(Console.DONE);
  }
}
