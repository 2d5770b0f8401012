package dev.workflowexecutor.benchmarks.pipeline;

import dev.workflowexecutor.benchmarks.bare.StreamSettings;
import dev.workflowexecutor.benchmarks.platform.EmbeddedPlatform;
import dev.workflowexecutor.benchmarks.report.Machine;
import dev.workflowexecutor.benchmarks.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that measures the platform beside a bare pipeline. */
@Command(
    name = "pipeline",
    description =
        "Throughput and latency of the platform, intents given, beside a pipeline that copies"
            + " bytes over as many hops on the same broker, in interleaved rounds.")
public final class PipelineCommand implements Callable<Integer> {

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "measured seconds of each phase (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "40",
      description =
          "seconds flat out before a scenario's first round, on both sides, so that compiling is"
              + " over (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "only this one: no-tool or one-tool-call (default: both)")
  private @Nullable String scenario;

  @Option(
      names = "--ramp",
      defaultValue = "5",
      description = "seconds of load before a phase is measured (default: ${DEFAULT-VALUE})")
  private int ramp;

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "problems a second of the steady load (default: ${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "rounds per scenario (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--in-flight",
      defaultValue = "1000",
      description = "records on their way at most, flat out (default: ${DEFAULT-VALUE})")
  private int inFlight;

  @Option(
      names = "--telecom",
      defaultValue = "workflows/telecom",
      paramLabel = "DIR",
      description = "the telecom pack (default: ${DEFAULT-VALUE})")
  private Path telecom;

  @Option(
      names = "--no-tool",
      defaultValue = "benchmarks/workflows/no-tool",
      paramLabel = "DIR",
      description = "the pack without tools (default: ${DEFAULT-VALUE})")
  private Path noTool;

  @Option(names = "--out", paramLabel = "DIR", description = "writes pipeline.md and pipeline.json")
  private @Nullable Path out;

  /** Filled in by the command line. */
  @SuppressWarnings("NullAway.Init") // Options with a default are set before call().
  public PipelineCommand() {}

  @Override
  public Integer call() throws Exception {
    List<Scenario> scenarios = scenarios();
    List<Phase> phases = new ArrayList<>();
    try (EmbeddedPlatform platform = EmbeddedPlatform.start(List.of(telecom, noTool))) {
      Rounds all = new Rounds(platform.address(), settings(), platform.scratch());
      for (Scenario scenario : scenarios) {
        phases.addAll(all.run(scenario));
      }
    }
    PipelineReport report = new PipelineReport(Machine.here(), settings(), phases);
    Report.write("pipeline", report.markdown(scenarios), report, out);
    return 0;
  }

  private List<Scenario> scenarios() {
    List<Scenario> all = List.of(Scenario.WITHOUT_TOOL, Scenario.ONE_TOOL_CALL);
    List<Scenario> chosen =
        all.stream().filter(it -> scenario == null || it.option().equals(scenario)).toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "expected --scenario to be one of "
              + all.stream().map(Scenario::option).toList()
              + ", found "
              + scenario);
    }
    return chosen;
  }

  private Settings settings() {
    return new Settings(
        rounds,
        Duration.ofSeconds(warmUp),
        Duration.ofSeconds(ramp),
        Duration.ofSeconds(seconds),
        rate,
        inFlight,
        EmbeddedPlatform.PARTITIONS,
        new StreamSettings(EmbeddedPlatform.COMMIT_MILLIS, 1));
  }
}
