package dev.workflowexecutor.extraction.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.extraction.spelling.Vocabulary;
import dev.workflowexecutor.extraction.testing.Facts;
import dev.workflowexecutor.workflow.Catalog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactRecognisersTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T10:00:00Z");
  private static final Catalog CATALOG = Facts.catalog();

  private final FactRecognisers recognisers = new FactRecognisers(CATALOG, Vocabulary.of(CATALOG));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          choice     | no signal in Mumbai since noon             | Mumbai            | west
          choice     | I am in NAVI  MUMBAI now                   | NAVI  MUMBAI      | west
          choice     | port-blair                                 | port-blair        | west
          choice     | Mumbai's network is down                   | Mumbai            | west
          choice     | slow net in Hydrabad                       | Hydrabad          | south
          boolean    | yes, it is                                 | yes               | true
          boolean    | no                                         | no                | false
          boolean    | haan ji                                    | haan ji           | true
          integer    | I called 3 times                           | 3                 | 3
          integer    | two                                        | two               | 2
          number     | it was 2.5 times faster                    | 2.5               | 2.5
          money      | Rs. 299 was deducted                       | Rs. 299           | INR 299.00
          money      | you took ₹1,299.50 from me                 | ₹1,299.50         | INR 1299.50
          money      | I paid 299 and nothing happened            | 299               | INR 299.00
          money      | 500 rupees are gone                        | 500 rupees        | INR 500.00
          date       | no signal since yesterday                  | yesterday         | 2026-01-04
          date       | it began on 3rd January 2026               | 3rd January 2026  | 2026-01-03
          date       | broken since last Friday, really           | last Friday       | 2026-01-02
          date       | I recharged 2 days ago                     | 2 days ago        | 2026-01-03
          date       | on 04/01/2026 it stopped                   | 04/01/2026        | 2026-01-04
          time       | call me at 6 pm please                     | 6 pm              | 18:00
          time       | it stopped at 18:30.                       | 18:30             | 18:30
          duration   | down for 2 hours and 30 minutes now        | 2 hours and 30 minutes | PT2H30M
          duration   | since half an hour                         | half an hour      | PT30M
          phone      | my number is +91 98765 43210 thanks        | +91 98765 43210   | +919876543210
          phone      | call 9876543210                            | 9876543210        | +919876543210
          email      | write to Ravi.K@Example.COM, please        | Ravi.K@Example.COM | Ravi.K@example.com
          identifier | order (AB-12345) is missing                | AB-12345          | AB12345
          identifier | my id is ab 12 345                         | ab 12 345         | AB12345
          """)
  void findsTheWordsThatStateAValue(String fact, String text, String quote, String value) {
    List<Recognised> found = find(fact, text);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().span().of(text)).isEqualTo(quote);
    assertThat(found.getFirst().value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          choice   | the punectual one
          choice   | mumbaikar
          boolean  | no signal in the house
          boolean  | not yet, I think
          integer  | no one came
          integer  | my 5G does not work
          integer  | since 12/01/2026
          integer  | at 18:30
          money    | 3 days ago
          money    | for 2 days
          date     | may I ask something
          date     | the sun is out
          time     | I have 5 amps
          phone    | 12345
          email    | me@home
          identifier | AB12
          text     | anything at all
          """)
  void findsNothingInWordsThatStateNoValue(String fact, String text) {
    assertThat(find(fact, text)).isEmpty();
  }

  @Test
  void findsEachValueOfAFactInTheOrderOfTheText() {
    assertThat(find("choice", "from Chennai to Pune"))
        .extracting(Recognised::value)
        .containsExactly("south", "west");
  }

  @Test
  void takesTheLongestWordsForAChoice() {
    assertThat(find("choice", "navi mumbai")).hasSize(1);
  }

  @Test
  void leavesAWordThatIsSpeltRightAloneHoweverNearAChoice() {
    assertThat(find("choice", "a prune and a tune")).isEmpty();
  }

  @Test
  void cutsATelephoneNumberOffTheNumberBehindIt() {
    String text = "98765 43210 299";

    assertThat(find("phone", text).getFirst().span().of(text)).isEqualTo("98765 43210");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@", "1.1.1.1.1.", "(((((", "9 ", "in 2 ", "Rs ", "jan "})
  void readsLongRepetitionsToTheEnd(String piece) {
    String text = piece.repeat(10_000 / piece.length());

    assertThat(recognisers.find(text, MONDAY)).allMatch(found -> found.span().end() <= 10_000);
  }

  private List<Recognised> find(String fact, String text) {
    return recognisers.find(text, MONDAY).stream()
        .filter(found -> found.fact().equals(fact))
        .toList();
  }
}
