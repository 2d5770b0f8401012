package dev.workflowexecutor.benchmarks.serde;

import dev.workflowexecutor.benchmarks.report.Machine;
import dev.workflowexecutor.benchmarks.report.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures of all rounds, and the medians over the rounds beside each other. */
record SerdeReport(Machine machine, List<SerdeFigures> figures) {

  SerdeReport {
    figures = List.copyOf(figures);
  }

  String markdown() {
    Table table =
        new Table(
            "record",
            "operation",
            "records/s, serde",
            "records/s, plain Avro",
            "time, serde ÷ plain",
            "bytes/record, serde",
            "bytes/record, plain Avro");
    figures.stream().filter(it -> it.round() == 1 && !it.plain()).forEach(it -> row(table, it));
    return "# Serdes beside plain Avro\n\n" + table + "\n" + machine.line() + "\n";
  }

  private void row(Table table, SerdeFigures kind) {
    List<SerdeFigures> serde = figures.stream().filter(it -> it.isOf(kind) && !it.plain()).toList();
    List<SerdeFigures> plain = figures.stream().filter(it -> it.isOf(kind) && it.plain()).toList();
    table.row(
        kind.record(),
        kind.what(),
        "%,.0f".formatted(median(serde, SerdeFigures::perSecond)),
        "%,.0f".formatted(median(plain, SerdeFigures::perSecond)),
        "%.2f".formatted(median(serde, it -> it.nanos() / counterpart(it, plain).nanos())),
        "%,.0f".formatted(median(serde, SerdeFigures::bytesPerRecord)),
        "%,.0f".formatted(median(plain, SerdeFigures::bytesPerRecord)));
  }

  private static SerdeFigures counterpart(SerdeFigures serde, List<SerdeFigures> plain) {
    return plain.stream().filter(it -> it.round() == serde.round()).findFirst().orElseThrow();
  }

  private static double median(List<SerdeFigures> rounds, ToDoubleFunction<SerdeFigures> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
