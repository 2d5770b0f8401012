package dev.workflowexecutor.cli.demo;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What came of one message of the demonstration.
 *
 * @param sample the conversation that it belongs to
 * @param text the person's words
 * @param outcome as the platform's API shows it
 * @param seconds from the submission to the outcome
 * @param mismatches where it is other than expected
 */
record TurnReport(
    String sample, String text, JsonNode outcome, double seconds, List<String> mismatches) {

  TurnReport {
    mismatches = List.copyOf(mismatches);
  }

  boolean asExpected() {
    return mismatches.isEmpty();
  }

  /** The report for people, on a few lines. */
  String text(boolean first) {
    StringBuilder text = new StringBuilder();
    if (first) {
      text.append('\n').append(sample).append('\n');
    }
    text.append(String.format(Locale.ROOT, "  %s \"%s\"%n", asExpected() ? "✓" : "✗", this.text))
        .append(
            String.format(
                Locale.ROOT,
                "      %-10s %s  (%.2f s)",
                outcome.path("status").asString("NO OUTCOME"),
                outcome.path("message").asString(""),
                seconds));
    mismatches.forEach(mismatch -> text.append("\n      ").append(mismatch));
    return text.toString();
  }

  /** The report for programs. */
  Line line() {
    return new Line(sample, text, asExpected(), mismatches, seconds, outcome);
  }

  /** One line for programs. */
  record Line(
      String sample,
      String text,
      boolean asExpected,
      List<String> mismatches,
      double seconds,
      JsonNode outcome) {}
}
