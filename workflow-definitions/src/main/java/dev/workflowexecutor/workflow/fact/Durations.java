package dev.workflowexecutor.workflow.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time, to the second, below ten thousand days. */
final class Durations {

  private static final Duration MAX = Duration.ofDays(10_000);
  private static final Pattern PART =
      Pattern.compile(
          "(?:,|and)? ?(half an|an|a|\\d{1,9}(?:\\.\\d{1,3})?|[a-z]+) ?"
              + "(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)(?![a-z]) ?");

  private Durations() {}

  static Optional<String> normalise(String quote) {
    String said = Words.plain(quote);
    return iso(said).or(() -> sum(said)).map(Duration::toString);
  }

  private static Optional<Duration> iso(String said) {
    try {
      return said.startsWith("p")
          ? Optional.of(Duration.parse(said)).filter(Durations::inRange)
          : Optional.empty();
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> sum(String said) {
    Matcher part = PART.matcher(said);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (end < said.length()) {
      part.region(end, said.length());
      if (!part.lookingAt()) {
        return Optional.empty();
      }
      Optional<BigDecimal> number = number(part.group(1));
      if (number.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plusSeconds(seconds(number.get(), part.group(2)));
      end = part.end();
    }
    return end == 0 || !inRange(sum) ? Optional.empty() : Optional.of(sum);
  }

  private static Optional<BigDecimal> number(String word) {
    return switch (word) {
      case "a", "an" -> Optional.of(BigDecimal.ONE);
      case "half an", "half" -> Optional.of(new BigDecimal("0.5"));
      default -> Numbers.decimal(word);
    };
  }

  private static long seconds(BigDecimal number, String unit) {
    long each =
        switch (unit.charAt(0)) {
          case 's' -> 1;
          case 'm' -> 60;
          case 'h' -> 3_600;
          case 'd' -> 86_400;
          default -> 604_800;
        };
    return number.multiply(BigDecimal.valueOf(each)).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private static boolean inRange(Duration duration) {
    return !duration.isNegative() && duration.compareTo(MAX) <= 0;
  }
}
