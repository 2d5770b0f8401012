package dev.workflowexecutor.workflow.fact;

import com.google.re2j.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a fact: how people's words become a canonical value, and what expressions see of it.
 *
 * <p>Normalising is deterministic and idempotent: a canonical value normalises to itself.
 */
public sealed interface FactType {

  /** Any words, with single spaces between them. */
  record Text() implements FactType {}

  /** One of the listed values, by its words; case, spaces and hyphens don't matter. */
  record Choice(List<ChoiceValue> values) implements FactType {
    public Choice {
      values = IndexedChoices.of(values);
    }

    /** The canonical values in declared order. */
    public List<String> canonicalValues() {
      return values.stream().map(ChoiceValue::value).toList();
    }
  }

  /** Yes or no; canonically {@code true} or {@code false}. */
  record Bool() implements FactType {}

  /** A whole number of 64 bits, in digits or a word from zero to twenty. */
  record IntegerNumber() implements FactType {}

  /** A number with or without decimals. */
  record DecimalNumber() implements FactType {}

  /** An amount with a currency, canonically {@code INR 399.00}; rupees where none is named. */
  record Money() implements FactType {}

  /**
   * A day, canonically {@code 2026-11-12}; relative words count from the day of the message in UTC.
   */
  record Date() implements FactType {}

  /** A time of day, canonically {@code 18:00}. */
  record Time() implements FactType {}

  /** A length of time, canonically ISO 8601: {@code PT2H}. */
  record Duration() implements FactType {}

  /** A telephone number, canonically E.164; of India where no country is named. */
  record Phone() implements FactType {}

  /** An e-mail address; its domain is canonically in lower case. */
  record Email() implements FactType {}

  /** An id that matches the pattern as a whole, as given, in capitals or without separators. */
  record Identifier(Pattern pattern) implements FactType {}

  /**
   * The canonical value of people's words, or empty if they don't say such a value.
   *
   * @param quote the words
   * @param at when they were written; what relative dates count from
   */
  default Optional<String> normalise(String quote, Instant at) {
    if (quote.length() > Words.MAX_LENGTH) {
      return Optional.empty();
    }
    return switch (this) {
      case Text _ -> Words.normalise(quote);
      case Choice(var values) -> IndexedChoices.of(values).normalise(quote);
      case Bool _ -> YesOrNo.normalise(quote);
      case IntegerNumber _ -> Numbers.wholeNumber(quote);
      case DecimalNumber _ -> Numbers.number(quote);
      case Money _ -> Amounts.normalise(quote);
      case Date _ -> Dates.normalise(quote, LocalDate.ofInstant(at, ZoneOffset.UTC));
      case Time _ -> TimesOfDay.normalise(quote);
      case Duration _ -> Durations.normalise(quote);
      case Phone _ -> PhoneNumbers.normalise(quote);
      case Email _ -> EmailAddresses.normalise(quote);
      case Identifier(var pattern) -> Identifiers.normalise(pattern, quote);
    };
  }

  /**
   * What expressions see of a canonical value: String, Boolean, Long, Double, Instant (midnight UTC
   * of a date), java.time.Duration, or for money a map of {@code currency} and {@code amount}.
   *
   * @throws IllegalArgumentException if the value isn't canonical
   */
  default Object value(String canonical) {
    try {
      return switch (this) {
        case Text _, Choice _, Time _, Phone _, Email _, Identifier _ -> canonical;
        case Bool _ -> YesOrNo.value(canonical);
        case IntegerNumber _ -> Long.valueOf(canonical);
        case DecimalNumber _ -> Double.valueOf(canonical);
        case Money _ ->
            Map.of(
                "currency", canonical.substring(0, 3),
                "amount", Double.valueOf(canonical.substring(4)));
        case Date _ -> LocalDate.parse(canonical).atStartOfDay(ZoneOffset.UTC).toInstant();
        case Duration _ -> java.time.Duration.parse(canonical);
      };
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "expected a canonical " + keyword() + ", found '" + canonical + "'", e);
    }
  }

  /** The type's name in the language. */
  default String keyword() {
    return switch (this) {
      case Text _ -> "text";
      case Choice _ -> "choice";
      case Bool _ -> "boolean";
      case IntegerNumber _ -> "integer";
      case DecimalNumber _ -> "number";
      case Money _ -> "money";
      case Date _ -> "date";
      case Time _ -> "time";
      case Duration _ -> "duration";
      case Phone _ -> "phone";
      case Email _ -> "email";
      case Identifier _ -> "identifier";
    };
  }
}
