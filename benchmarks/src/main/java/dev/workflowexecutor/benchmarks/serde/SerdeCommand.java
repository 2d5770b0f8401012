package dev.workflowexecutor.benchmarks.serde;

import dev.workflowexecutor.benchmarks.report.Machine;
import dev.workflowexecutor.benchmarks.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that measures the serdes. */
@Command(
    name = "serde",
    description =
        "Records a second and bytes allocated for each, of the registry serdes and of plain Avro"
            + " (JMH).")
public final class SerdeCommand implements Callable<Integer> {

  private static final String PLAIN = "Plain";
  private static final double MEDIAN = 50;
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "each measures everything once, in JVMs of its own (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "3",
      description = "unmeasured seconds of each JVM (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "measured seconds of each JVM (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(names = "--out", paramLabel = "DIR", description = "writes serde.md and serde.json")
  private @Nullable Path out;

  /** Filled in by the command line. */
  public SerdeCommand() {}

  @Override
  public Integer call() throws Exception {
    List<SerdeFigures> figures = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (RunResult result : new Runner(options()).run()) {
        figures.add(figures(round, result));
      }
    }
    figures.sort(Comparator.comparing(SerdeFigures::record));
    SerdeReport report = new SerdeReport(Machine.here(), figures);
    Report.write("serde", report.markdown(), report, out);
    return 0;
  }

  private Options options() {
    return new OptionsBuilder()
        .include(SerdeBenchmark.class.getName() + "\\.")
        .forks(1)
        .warmupIterations(warmUp)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(seconds)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .build();
  }

  private static SerdeFigures figures(int round, RunResult result) {
    String name = result.getPrimaryResult().getLabel();
    return new SerdeFigures(
        round,
        result.getParams().getParam("kind"),
        name.replace(PLAIN, ""),
        name.endsWith(PLAIN),
        result.getPrimaryResult().getStatistics().getPercentile(MEDIAN),
        Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore());
  }
}
