package dev.workflowexecutor.benchmarks.banking;

import dev.workflowexecutor.benchmarks.report.Machine;
import dev.workflowexecutor.benchmarks.report.Table;
import java.util.Locale;
import java.util.Map;

/**
 * What became of a data set that went through a platform.
 *
 * @param questions rows that were published
 * @param outcomes problems that got an outcome
 * @param repeated outcome records beyond the first of a problem
 * @param accuracy share of all rows whose intent was named as the data set has it
 * @param statuses outcomes by status
 * @param p50Millis median from publishing until the outcome was read, with inFlight others on the
 *     way
 * @param inFlight how many problems were on their way at most
 */
record TrafficFigures(
    int questions,
    int outcomes,
    int repeated,
    double accuracy,
    Map<String, Integer> statuses,
    double perSecond,
    double p50Millis,
    double p99Millis,
    int inFlight,
    Machine machine) {

  String markdown() {
    Table table =
        new Table("figure", "value")
            .row("problems published", questions)
            .row("problems with an outcome", outcomes)
            .row("outcomes repeated", repeated)
            .row("intent accuracy", String.format(Locale.ROOT, "%.4f", accuracy))
            .row("outcomes by status", statuses)
            .row("problems per second", perSecond)
            .row("end-to-end p50, ms", p50Millis)
            .row("end-to-end p99, ms", p99Millis)
            .row("in flight at most", inFlight);
    return machine.line() + "\n\n" + table;
  }
}
