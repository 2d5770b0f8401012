package dev.workflowexecutor.cli.demo;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration in one line.
 *
 * @param samples how many conversations were held
 * @param asExpected how many of them went as expected
 * @param problems how many problems were submitted, repetitions not counted
 * @param results how many outcome records are on {@code executions.results}
 * @param startSeconds until the platform was ready
 * @param seconds in all
 * @param residentMegabytes what the platform holds in memory, its registry included; null where the
 *     system doesn't tell
 * @param peakMegabytes the most that it held
 */
record Summary(
    long samples,
    long asExpected,
    long problems,
    long results,
    double startSeconds,
    double seconds,
    @Nullable Long residentMegabytes,
    @Nullable Long peakMegabytes) {

  boolean good() {
    return asExpected == samples && problems == results;
  }

  static long asExpected(List<String> samples, List<TurnReport> reports) {
    return samples.stream()
        .filter(
            sample ->
                reports.stream()
                    .filter(report -> report.sample().equals(sample))
                    .allMatch(TurnReport::asExpected))
        .count();
  }

  String text() {
    String memory =
        residentMegabytes == null || peakMegabytes == null
            ? ""
            : String.format(
                Locale.ROOT, ", %d MB resident (peak %d MB)", residentMegabytes, peakMegabytes);
    return String.format(
        Locale.ROOT,
        "%n%s %d of %d samples as expected; %d problems, %d outcomes; started in %.1f s, %.1f s in"
            + " all%s",
        good() ? "✓" : "✗",
        asExpected,
        samples,
        problems,
        results,
        startSeconds,
        seconds,
        memory);
  }
}
