package dev.workflowexecutor.workflow.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in digits, with or without grouping, or as words from zero to twenty. */
final class Numbers {

  private static final List<String> WORDS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");
  // Western (1,299,000) and Indian (12,99,000) grouping, or none.
  private static final Pattern DIGITS =
      Pattern.compile("([+-])? ?((?:\\d{1,3}(?:,\\d{2,3})*,\\d{3}|\\d{1,18})(?:\\.\\d{1,9})?)");

  private Numbers() {}

  static Optional<String> wholeNumber(String quote) {
    return decimal(quote)
        .map(BigDecimal::stripTrailingZeros)
        .filter(number -> number.scale() <= 0)
        .filter(Numbers::fitsLong)
        .map(BigDecimal::toPlainString);
  }

  static Optional<String> number(String quote) {
    return decimal(quote)
        .map(number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
  }

  /** The number that the words say, and nothing else beside it. */
  static Optional<BigDecimal> decimal(String quote) {
    String said = Words.plain(quote);
    int word = WORDS.indexOf(said);
    if (word >= 0) {
      return Optional.of(BigDecimal.valueOf(word));
    }
    var digits = DIGITS.matcher(said);
    if (!digits.matches()) {
      return exactLong(said);
    }
    BigDecimal number = new BigDecimal(digits.group(2).replace(",", ""));
    return Optional.of("-".equals(digits.group(1)) ? number.negate() : number);
  }

  // Nineteen digits only where they fit: a canonical Long.MIN_VALUE must normalise to itself.
  private static Optional<BigDecimal> exactLong(String said) {
    try {
      return said.length() >= 19
          ? Optional.of(BigDecimal.valueOf(Long.parseLong(said)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean fitsLong(BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
        && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }
}
