package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.finding.Findings;
import dev.workflowexecutor.workflow.yaml.Node;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as definitions write them: {@code 500ms}, {@code 2s}, {@code 5m}, {@code 24h}.
 */
final class TimeSpans {

  private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

  private TimeSpans() {}

  /** A length of time between two others, both included; a finding if it isn't. */
  static Optional<Duration> read(
      Node.Scalar scalar, Duration least, Duration most, Findings findings) {
    Matcher span = SPAN.matcher(scalar.text());
    if (span.matches()) {
      Duration duration = duration(Long.parseLong(span.group(1)), span.group(2));
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return Optional.of(duration);
      }
    }
    findings.error(
        scalar.place(),
        "a time from " + print(least) + " to " + print(most),
        scalar.kind(),
        "write a whole number with ms, s, m, h or d, such as 2s");
    return Optional.empty();
  }

  private static Duration duration(long number, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case String _ -> Duration.ofDays(number);
    };
  }

  private static String print(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + "d";
    }
    if (duration.toMinutes() > 0) {
      return duration.toMinutes() + "m";
    }
    return duration.toSeconds() > 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }
}
