package dev.workflowexecutor.workflow.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {

  /** A Wednesday. */
  private static final Instant AT = Instant.parse("2026-11-18T20:30:00Z");

  private static final FactType CITY =
      new FactType.Choice(
          List.of(
              new ChoiceValue("west", List.of("Mumbai", "New Mumbai", "Pune")),
              new ChoiceValue("prepaid", List.of("pre paid"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rs 399|INR 399.00",
        "Rs. 399/-|INR 399.00",
        "rs.399|INR 399.00",
        "₹1,299.50|INR 1299.50",
        "₹ 1,00,000|INR 100000.00",
        "399 rupees|INR 399.00",
        "five hundred|",
        "twenty rupees|INR 20.00",
        "399|INR 399.00",
        "2 lakh|INR 200000.00",
        "10k|INR 10000.00",
        "$5|USD 5.00",
        "5 dollars|USD 5.00",
        "€5|EUR 5.00",
        "$5 rupees|",
        "INR 399.00|INR 399.00",
        "INR -3.50|INR -3.50",
        "1.999|",
        "tomorrow|",
        "9999999999999999999 rupees|",
      })
  void readsAmounts(String quote, String canonical) {
    assertThat(new FactType.Money().normalise(quote, AT).orElse(null)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "today|2026-11-18",
        "Yesterday|2026-11-17",
        "day before yesterday|2026-11-16",
        "the day after tomorrow|2026-11-20",
        "last Monday|2026-11-16",
        "last wednesday|2026-11-11",
        "wednesday|2026-11-18",
        "thursday|2026-11-12",
        "on Friday|2026-11-13",
        "next friday|2026-11-20",
        "5 days ago|2026-11-13",
        "two weeks ago|2026-11-04",
        "a month back|2026-10-18",
        "in 3 days|2026-11-21",
        "3 days|",
        "12/11/2026|2026-11-12",
        "12-11-26|2026-11-12",
        "12.11.2026|2026-11-12",
        "2026-11-12|2026-11-12",
        "12 Nov|2026-11-12",
        "12th of November|2026-11-12",
        "Nov 12, 2025|2025-11-12",
        "1 Jan|2027-01-01",
        "1 June|2026-06-01",
        "29 Feb|",
        "29 Feb 2024|2024-02-29",
        "31/02/2026|",
        "99999 days ago|",
        "9999 years ago|",
      })
  void readsDays(String quote, String canonical) {
    assertThat(new FactType.Date().normalise(quote, AT).orElse(null)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6 pm|18:00",
        "6PM|18:00",
        "6:30 p.m.|18:30",
        "12 am|00:00",
        "12 pm|12:00",
        "18:05|18:05",
        "9.15|09:15",
        "noon|12:00",
        "midnight|00:00",
        "25:00|",
        "13 pm|",
        "6|",
      })
  void readsTimesOfDay(String quote, String canonical) {
    assertThat(new FactType.Time().normalise(quote, AT).orElse(null)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 hours|PT2H",
        "half an hour|PT30M",
        "an hour|PT1H",
        "1 hour and 30 minutes|PT1H30M",
        "1h30m|PT1H30M",
        "90 min|PT1H30M",
        "two days|PT48H",
        "1.5 hours|PT1H30M",
        "a week|PT168H",
        "PT2H|PT2H",
        "2|",
        "hours|",
        "2 parsecs|",
        "-PT2H|",
        "p99999999999999d|",
      })
  void readsLengthsOfTime(String quote, String canonical) {
    assertThat(new FactType.Duration().normalise(quote, AT).orElse(null)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "98765 43210|+919876543210", "+91-98765-43210|+919876543210", "09876543210|+919876543210",
        "+1 650 253 0000|+16502530000", "12345|", "no phone|",
      })
  void readsTelephoneNumbers(String quote, String canonical) {
    assertThat(new FactType.Phone().normalise(quote, AT).orElse(null)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Asha.K@Example.COM|Asha.K@example.com",
        "mailto:a@b.in|a@b.in",
        "a@b|",
        "@b.in|",
        "a b@c.in|",
      })
  void readsEmailAddresses(String quote, String canonical) {
    assertThat(new FactType.Email().normalise(quote, AT).orElse(null)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "twelve|12",
        "Twenty|20",
        "1,299|1299",
        "1,00,000|100000",
        "-3|-3",
        "5.0|5",
        "5.5|",
        "9223372036854775807|9223372036854775807",
        "9223372036854775808|",
        "+7|7",
        "|",
      })
  void readsWholeNumbers(String quote, String canonical) {
    assertThat(new FactType.IntegerNumber().normalise(quote == null ? "" : quote, AT).orElse(null))
        .isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"5.50|5.5", "1,299.25|1299.25", "zero|0", "0.0|0", "-0|0", "five|5", "1e5|", "a|"})
  void readsNumbers(String quote, String canonical) {
    assertThat(new FactType.DecimalNumber().normalise(quote, AT).orElse(null)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes|true",
        "Yes!|true",
        "haan ji|true",
        "no|false",
        "nahi|false",
        "I don’t|false",
        "maybe|",
        "true|true",
        "नहीं|false",
      })
  void readsYesAndNo(String quote, String canonical) {
    assertThat(new FactType.Bool().normalise(quote, AT).orElse(null)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"west", "Pune", "pune.", "NEW-MUMBAI", "newmumbai", " new  mumbai "})
  void readsChoicesByTheirWords(String quote) {
    assertThat(CITY.normalise(quote, AT)).contains("west");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "Delhi", "Pune city"})
  void readsNoOtherWordAsChoice(String quote) {
    assertThat(CITY.normalise(quote, AT)).isEmpty();
  }

  @Test
  void readsIdentifiersByTheirPattern() {
    FactType order = new FactType.Identifier(Pattern.compile("[A-Z]{2}[0-9]{4}"));

    assertThat(order.normalise(" ab-1234 ", AT)).contains("AB1234");
    assertThat(order.normalise("AB1234", AT)).contains("AB1234");
    assertThat(order.normalise("order AB1234", AT)).isEmpty();
  }

  @Test
  void readsTextsWithSingleSpaces() {
    assertThat(new FactType.Text().normalise("  my \n phone  ", AT)).contains("my phone");
    assertThat(new FactType.Text().normalise(" ", AT)).isEmpty();
  }

  @Test
  void readsNothingOutOfVeryLongQuotes() {
    assertThat(new FactType.Text().normalise("a".repeat(3_000), AT)).isEmpty();
  }

  @Test
  void givesExpressionsTypedValues() {
    assertThat(new FactType.Bool().value("true")).isEqualTo(true);
    assertThat(new FactType.IntegerNumber().value("12")).isEqualTo(12L);
    assertThat(new FactType.DecimalNumber().value("1.5")).isEqualTo(1.5);
    assertThat(new FactType.Date().value("2026-11-12"))
        .isEqualTo(Instant.parse("2026-11-12T00:00:00Z"));
    assertThat(new FactType.Duration().value("PT2H")).isEqualTo(Duration.ofHours(2));
    assertThat(new FactType.Money().value("INR 399.00"))
        .isEqualTo(Map.of("currency", "INR", "amount", 399.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "INR", "INR x"})
  void refusesValuesThatAreNotCanonical(String text) {
    assertThat(catchValue(new FactType.Money(), text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(catchValue(new FactType.Bool(), text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(catchValue(new FactType.Date(), text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Throwable catchValue(FactType type, String text) {
    return catchThrowable(() -> type.value(text));
  }
}
