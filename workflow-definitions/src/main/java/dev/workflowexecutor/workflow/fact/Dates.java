package dev.workflowexecutor.workflow.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days by the calendar; relative ones are read by {@link RelativeDates}. */
final class Dates {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?:,? ?(\\d{4}))?";

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern NUMERIC =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?:the )?" + DAY + "(?: of)?[ -]?" + MONTH + "[ -]?" + YEAR);
  private static final Pattern MONTH_FIRST = Pattern.compile(MONTH + " ?(?:the )?" + DAY + YEAR);

  private Dates() {}

  static Optional<String> normalise(String quote, LocalDate today) {
    String said = Words.plain(quote);
    return byCalendar(said, today)
        .or(() -> RelativeDates.read(said, today))
        .filter(date -> date.getYear() >= 1 && date.getYear() <= 9999)
        .map(LocalDate::toString);
  }

  private static Optional<LocalDate> byCalendar(String said, LocalDate today) {
    Matcher iso = ISO.matcher(said);
    if (iso.matches()) {
      return date(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
    }
    Matcher numeric = NUMERIC.matcher(said);
    if (numeric.matches()) {
      int year = number(numeric.group(4));
      return date(
          year < 100 ? 2000 + year : year, number(numeric.group(3)), number(numeric.group(1)));
    }
    Matcher dayFirst = DAY_FIRST.matcher(said);
    if (dayFirst.matches()) {
      return named(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), today);
    }
    Matcher monthFirst = MONTH_FIRST.matcher(said);
    return monthFirst.matches()
        ? named(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2), today)
        : Optional.empty();
  }

  private static Optional<LocalDate> named(
      @Nullable String year, String month, String day, LocalDate today) {
    int monthNumber = MONTHS.indexOf(month.substring(0, 3)) + 1;
    return year != null
        ? date(number(year), monthNumber, number(day))
        : nearest(monthNumber, number(day), today);
  }

  /** The day of that name that is nearest to today; the earlier of two that are equally near. */
  private static Optional<LocalDate> nearest(int month, int day, LocalDate today) {
    return Stream.of(-1, 0, 1)
        .flatMap(years -> date(today.getYear() + years, month, day).stream())
        .min((a, b) -> Long.compare(distance(a, today), distance(b, today)));
  }

  private static long distance(LocalDate date, LocalDate today) {
    return Math.abs(date.toEpochDay() - today.toEpochDay());
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
