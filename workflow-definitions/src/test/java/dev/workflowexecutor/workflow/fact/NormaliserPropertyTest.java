package dev.workflowexecutor.workflow.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormaliserPropertyTest {

  @Property(tries = 20_000)
  void leavesCanonicalValuesAsTheyAre(
      @ForAll("types") FactType type, @ForAll("quotes") String quote, @ForAll("times") Instant at) {
    type.normalise(quote, at)
        .ifPresent(
            canonical -> {
              assertThat(type.normalise(canonical, at)).contains(canonical);
              assertThat(type.normalise(canonical, Instant.EPOCH)).contains(canonical);
            });
  }

  @Property(tries = 20_000)
  void givesEveryCanonicalValueToExpressions(
      @ForAll("types") FactType type, @ForAll("quotes") String quote, @ForAll("times") Instant at) {
    type.normalise(quote, at).ifPresent(canonical -> assertThat(type.value(canonical)).isNotNull());
  }

  @Property
  void survivesAnyWords(@ForAll("types") FactType type, @ForAll String quote) {
    assertThat(type.normalise(quote, Instant.EPOCH)).isNotNull();
  }

  @Provide
  Arbitrary<FactType> types() {
    return Arbitraries.of(
        new FactType.Text(),
        new FactType.Choice(
            List.of(
                new ChoiceValue("Pre-paid", List.of("prepay", "top up")),
                new ChoiceValue("post paid", List.of("Bill")))),
        new FactType.Bool(),
        new FactType.IntegerNumber(),
        new FactType.DecimalNumber(),
        new FactType.Money(),
        new FactType.Date(),
        new FactType.Time(),
        new FactType.Duration(),
        new FactType.Phone(),
        new FactType.Email(),
        new FactType.Identifier(Pattern.compile("[A-Z]{1,3}-?[0-9]{1,6}")));
  }

  /** Words and numbers in the shapes that the normalisers look for, sound or not. */
  @Provide
  Arbitrary<String> quotes() {
    Arbitrary<String> number =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-100, 3_000).map(String::valueOf),
            Arbitraries.longs().map(String::valueOf),
            Arbitraries.doubles().between(0, 10_000).ofScale(3).map(String::valueOf),
            Arbitraries.of("one", "twelve", "twenty", "1,299", "1,00,000", "a", "98765 43210"));
    Arbitrary<String> word =
        Arbitraries.of(
            "Rs",
            "₹",
            "rupees",
            "$",
            "lakh",
            "k",
            "days",
            "hours",
            "min",
            "weeks",
            "ago",
            "in",
            "last",
            "next",
            "monday",
            "nov",
            "january",
            "pm",
            "am",
            "/",
            "-",
            ".",
            ":",
            "today",
            "pre paid",
            "prepay",
            "bill",
            "yes",
            "no",
            "haan",
            "a@B.in",
            "ab",
            "PT",
            "H",
            "noon",
            "yesterday",
            "12/11/2026",
            "2026-11-12",
            "+91");
    Arbitrary<String> part = Arbitraries.oneOf(number, word);
    return Combinators.combine(part.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of("", " "))
        .as((parts, between) -> String.join(between, parts));
  }

  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
  }
}
