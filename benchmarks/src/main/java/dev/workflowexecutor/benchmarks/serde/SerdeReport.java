package dev.workflowexecutor.benchmarks.serde;

import dev.workflowexecutor.benchmarks.report.Machine;
import dev.workflowexecutor.benchmarks.report.Table;
import java.util.List;

/** The figures beside each other. */
record SerdeReport(Machine machine, List<SerdeFigures> figures) {

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
    for (SerdeFigures serde : figures.stream().filter(it -> !it.plain()).toList()) {
      SerdeFigures plain = counterpart(serde);
      table.row(
          serde.record(),
          serde.what(),
          rate(serde),
          rate(plain),
          "%.2f".formatted(plain.perSecond() / serde.perSecond()),
          "%,.0f".formatted(serde.bytesPerRecord()),
          "%,.0f".formatted(plain.bytesPerRecord()));
    }
    return "# Serdes beside plain Avro\n\n" + table + "\n" + machine.line() + "\n";
  }

  private SerdeFigures counterpart(SerdeFigures serde) {
    return figures.stream()
        .filter(it -> it.plain() && it.record().equals(serde.record()))
        .filter(it -> it.what().equals(serde.what()))
        .findFirst()
        .orElseThrow();
  }

  private static String rate(SerdeFigures figures) {
    return "%,.0f ± %,.0f".formatted(figures.perSecond(), figures.error());
  }
}
