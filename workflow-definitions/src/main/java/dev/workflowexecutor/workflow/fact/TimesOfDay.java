package dev.workflowexecutor.workflow.fact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day, to the minute. */
final class TimesOfDay {

  private static final Pattern HALF_DAY =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(?: ?o'?clock)? ?([ap])\\.? ?m\\.?");
  private static final Pattern WHOLE_DAY =
      Pattern.compile("(\\d{1,2})[:.](\\d{2})(?::00)?(?: ?(?:h|hrs|hours))?");

  private TimesOfDay() {}

  static Optional<String> normalise(String quote) {
    String said = Words.plain(quote);
    switch (said) {
      case "noon", "midday", "12 noon":
        return Optional.of("12:00");
      case "midnight", "12 midnight":
        return Optional.of("00:00");
      default:
        break;
    }
    Matcher half = HALF_DAY.matcher(said);
    if (half.matches()) {
      int hour = Integer.parseInt(half.group(1));
      return hour < 1 || hour > 12
          ? Optional.empty()
          : time(hour % 12 + ("p".equals(half.group(3)) ? 12 : 0), half.group(2));
    }
    Matcher whole = WHOLE_DAY.matcher(said);
    return whole.matches()
        ? time(Integer.parseInt(whole.group(1)), whole.group(2))
        : Optional.empty();
  }

  private static Optional<String> time(int hour, @Nullable String minutes) {
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    return hour > 23 || minute > 59
        ? Optional.empty()
        : Optional.of(twoDigits(hour) + ":" + twoDigits(minute));
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
