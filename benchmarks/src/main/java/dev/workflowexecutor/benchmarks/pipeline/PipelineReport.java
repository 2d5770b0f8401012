package dev.workflowexecutor.benchmarks.pipeline;

import dev.workflowexecutor.benchmarks.load.Figures;
import dev.workflowexecutor.benchmarks.pipeline.Phase.Load;
import dev.workflowexecutor.benchmarks.pipeline.Phase.Pipeline;
import dev.workflowexecutor.benchmarks.report.Machine;
import dev.workflowexecutor.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The measured phases, and how the platform compares with the bare pipeline in each round. */
record PipelineReport(Machine machine, Settings settings, List<Phase> phases) {

  /** Median over the rounds of what the platform has for each one that the bare pipeline has. */
  double ratio(Scenario scenario, Load load, ToDoubleFunction<Figures> figure) {
    double[] ratios =
        IntStream.rangeClosed(1, settings.rounds())
            .mapToDouble(
                round ->
                    of(scenario, round, Pipeline.PLATFORM, load, figure)
                        / of(scenario, round, Pipeline.BARE, load, figure))
            .sorted()
            .toArray();
    return (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2;
  }

  private double of(
      Scenario scenario,
      int round,
      Pipeline pipeline,
      Load load,
      ToDoubleFunction<Figures> figure) {
    return phases.stream()
        .filter(p -> p.scenario().equals(scenario.name()) && p.round() == round)
        .filter(p -> p.pipeline() == pipeline && p.load() == load)
        .mapToDouble(p -> figure.applyAsDouble(p.figures()))
        .findFirst()
        .orElse(Double.NaN);
  }

  String markdown(List<Scenario> scenarios) {
    return """
    %s

    %d s of warm-up for each scenario and side; phases of %d s after %d s of ramp; flat out with \
    %d in flight, steady at %d a second; %d \
    partitions; commit interval %d ms.

    %s
    Platform divided by bare pipeline, median of %d rounds:

    %s"""
        .formatted(
            machine.line(),
            settings.warmUp().toSeconds(),
            settings.measured().toSeconds(),
            settings.ramp().toSeconds(),
            settings.inFlight(),
            settings.rate(),
            settings.partitions(),
            settings.streams().commitMillis(),
            phaseTable(),
            settings.rounds(),
            ratioTable(scenarios));
  }

  private Table phaseTable() {
    Table table =
        new Table(
            "scenario",
            "round",
            "load",
            "pipeline",
            "per second",
            "p50 ms",
            "p99 ms",
            "CPU ms per 1,000");
    for (Phase phase : phases) {
      Figures f = phase.figures();
      table.row(
          phase.scenario(),
          phase.round(),
          words(phase.load()),
          words(phase.pipeline()),
          f.perSecond(),
          f.p50Millis(),
          f.p99Millis(),
          f.cpuMillisPerThousand());
    }
    return table;
  }

  private Table ratioTable(List<Scenario> scenarios) {
    Table table =
        new Table("scenario", "hops", "throughput flat out", "p50 at rate", "p99 at rate");
    for (Scenario scenario : scenarios) {
      table.row(
          scenario.name(),
          scenario.hops().count(),
          times(ratio(scenario, Load.FLAT_OUT, Figures::perSecond)),
          times(ratio(scenario, Load.AT_RATE, Figures::p50Millis)),
          times(ratio(scenario, Load.AT_RATE, Figures::p99Millis)));
    }
    return table;
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
