package dev.workflowexecutor.workflow.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts of money. */
final class Amounts {

  private static final String DEFAULT_CURRENCY = "INR";
  private static final int MAX_DIGITS = 15;

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("₹", "INR"),
          Map.entry("rs", "INR"),
          Map.entry("rs.", "INR"),
          Map.entry("inr", "INR"),
          Map.entry("rupee", "INR"),
          Map.entry("rupees", "INR"),
          Map.entry("rupaye", "INR"),
          Map.entry("rupiya", "INR"),
          Map.entry("re", "INR"),
          Map.entry("re.", "INR"),
          Map.entry("$", "USD"),
          Map.entry("usd", "USD"),
          Map.entry("dollar", "USD"),
          Map.entry("dollars", "USD"),
          Map.entry("€", "EUR"),
          Map.entry("eur", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("gbp", "GBP"),
          Map.entry("pound", "GBP"),
          Map.entry("pounds", "GBP"));
  private static final Map<String, BigDecimal> SCALES =
      Map.of(
          "k", BigDecimal.valueOf(1_000),
          "thousand", BigDecimal.valueOf(1_000),
          "lakh", BigDecimal.valueOf(100_000),
          "lakhs", BigDecimal.valueOf(100_000),
          "crore", BigDecimal.valueOf(10_000_000),
          "crores", BigDecimal.valueOf(10_000_000));
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<before>₹|rs\\.?|re\\.?|inr|\\$|usd|€|eur|£|gbp)? ?"
              + "(?<number>[+-]?[\\d,]+(?:\\.\\d{1,9})?|[a-z]+)"
              + "(?: ?(?<scale>k|thousand|lakhs?|crores?))?(?:/-)?"
              + "(?: ?(?<after>₹|rs|rupees?|rupaye|rupiya|inr|\\$|usd|dollars?|€|eur|euros?|£|gbp"
              + "|pounds?))?");

  private Amounts() {}

  static Optional<String> normalise(String quote) {
    Matcher amount = AMOUNT.matcher(Words.plain(quote));
    if (!amount.matches()) {
      return Optional.empty();
    }
    Optional<String> before = currency(amount.group("before"));
    Optional<String> after = currency(amount.group("after"));
    if (before.isPresent() && after.isPresent() && !before.equals(after)) {
      return Optional.empty();
    }
    String currency = before.or(() -> after).orElse(DEFAULT_CURRENCY);
    return Numbers.decimal(amount.group("number"))
        .map(number -> number.multiply(scale(amount.group("scale"))).stripTrailingZeros())
        .filter(number -> number.scale() <= 2 && number.precision() - number.scale() <= MAX_DIGITS)
        .map(
            number ->
                currency + " " + number.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
  }

  private static Optional<String> currency(@Nullable String word) {
    return Optional.ofNullable(word).map(CURRENCIES::get);
  }

  private static BigDecimal scale(@Nullable String word) {
    return word == null ? BigDecimal.ONE : SCALES.getOrDefault(word, BigDecimal.ONE);
  }
}
