package dev.workflowexecutor.workflow.fact;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as people name them from today. */
final class RelativeDates {

  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?:(on|last|this|next|coming) )?(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
              + "(?:day)?");
  private static final Pattern DISTANCE =
      Pattern.compile("(?:(in) )?(an?|\\d{1,4}|[a-z]+) (day|week|month|year)s?(?: (ago|back))?");

  private RelativeDates() {}

  static Optional<LocalDate> read(String said, LocalDate today) {
    return switch (said) {
      case "today", "tonight", "this morning", "this afternoon", "this evening", "now", "aaj" ->
          Optional.of(today);
      case "yesterday", "last night", "yesterday evening", "yesterday night", "yesterday morning" ->
          Optional.of(today.minusDays(1));
      case "day before yesterday", "the day before yesterday" -> Optional.of(today.minusDays(2));
      case "tomorrow" -> Optional.of(today.plusDays(1));
      case "day after tomorrow", "the day after tomorrow" -> Optional.of(today.plusDays(2));
      default -> weekday(said, today).or(() -> distance(said, today));
    };
  }

  private static Optional<LocalDate> weekday(String said, LocalDate today) {
    Matcher weekday = WEEKDAY.matcher(said);
    if (!weekday.matches()) {
      return Optional.empty();
    }
    DayOfWeek day = day(weekday.group(2).substring(0, 2));
    return Optional.of(
        switch (weekday.group(1)) {
          case "last" -> today.with(TemporalAdjusters.previous(day));
          case "next", "coming" -> today.with(TemporalAdjusters.next(day));
          // People report what has happened: a bare weekday is the latest one, today included.
          case null, default -> today.with(TemporalAdjusters.previousOrSame(day));
        });
  }

  private static DayOfWeek day(String start) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(start)) {
        return day;
      }
    }
    throw new IllegalArgumentException("expected the start of a weekday, found " + start);
  }

  private static Optional<LocalDate> distance(String said, LocalDate today) {
    Matcher distance = DISTANCE.matcher(said);
    if (!distance.matches() || (distance.group(1) == null) == (distance.group(4) == null)) {
      return Optional.empty();
    }
    return count(distance.group(2))
        .flatMap(
            count -> plus(today, distance.group(1) == null ? -count : count, distance.group(3)));
  }

  private static Optional<Long> count(String word) {
    return word.equals("a") || word.equals("an")
        ? Optional.of(1L)
        : Numbers.wholeNumber(word).map(Long::valueOf);
  }

  private static Optional<LocalDate> plus(LocalDate today, long count, @Nullable String unit) {
    try {
      return Optional.of(
          switch (unit) {
            case "week" -> today.plusWeeks(count);
            case "month" -> today.plusMonths(count);
            case "year" -> today.plusYears(count);
            case null, default -> today.plus(count, ChronoUnit.DAYS);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
