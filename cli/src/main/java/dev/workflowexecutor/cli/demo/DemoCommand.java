package dev.workflowexecutor.cli.demo;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.cli.console.Console;
import dev.workflowexecutor.cli.demo.kafka.ResultsTopic;
import dev.workflowexecutor.cli.gateway.GatewayClient;
import dev.workflowexecutor.cli.platform.BundledPacks;
import dev.workflowexecutor.cli.platform.EmbeddedPlatform;
import dev.workflowexecutor.standalone.Platform;
import dev.workflowexecutor.standalone.PlatformSettings;
import dev.workflowexecutor.standalone.memory.ResidentMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wfx demo}: sample problems through the whole platform, each outcome checked. */
@Command(
    name = "demo",
    description =
        "Starts a platform of its own, sends sample problems through it and checks each outcome.")
public final class DemoCommand implements Callable<Integer> {

  private static final long MEGABYTE = 1024 * 1024;

  @Mixin private final Console console = new Console();

  private final List<TurnReport> reports = new ArrayList<>();

  @Override
  public Integer call() {
    Path data = temporary();
    try {
      Summary summary = run(data);
      console.answer(summary.text(), summary);
      return summary.good() ? Console.DONE : Console.FAILED;
    } finally {
      delete(data);
    }
  }

  private Summary run(Path data) {
    long begun = System.nanoTime();
    PlatformSettings settings =
        PlatformSettings.in(data).publishing(List.of(BundledPacks.folder().resolve("telecom")));
    try (EmbeddedPlatform running = EmbeddedPlatform.start(settings, console)) {
      double started = secondsSince(begun);
      List<Sample> samples = Samples.load();
      try (GatewayClient client = new GatewayClient(running.platform().http())) {
        samples.forEach(sample -> new Conversation(client, sample).hold(this::report));
      }
      return summary(samples, running.platform(), started, begun);
    }
  }

  private void report(TurnReport report, boolean first) {
    reports.add(report);
    console.answer(report.text(first), report.line());
  }

  private Summary summary(List<Sample> samples, Platform platform, double started, long begun) {
    Optional<ResidentMemory> memory = platform.memory();
    return new Summary(
        samples.size(),
        Summary.asExpected(samples.stream().map(Sample::sample).toList(), reports),
        reports.size(),
        ResultsTopic.count(platform.kafka(), platform.registry()),
        started,
        secondsSince(begun),
        memory.map(held -> held.now() / MEGABYTE).orElse(null),
        memory.map(held -> held.peak() / MEGABYTE).orElse(null));
  }

  private static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("wfx-demo-");
    } catch (IOException e) {
      throw new CommandFailed("can't create a temporary folder: " + e.getMessage(), e);
    }
  }

  private void delete(Path data) {
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      console.progress("the temporary folder %s stays (%s)".formatted(data, e.getMessage()));
    }
  }
}
