package dev.workflowexecutor.extraction.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.extraction.recognise.FactRecognisers;
import dev.workflowexecutor.extraction.spelling.Vocabulary;
import dev.workflowexecutor.extraction.testing.Catalogs;
import dev.workflowexecutor.extraction.testing.Facts;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GroundingTest {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final Catalog CATALOG =
      Catalogs.of("all", List.of(new Intent("broken", "It broke.", List.of())), Facts.all());
  private static final FactRecognisers RECOGNISERS =
      new FactRecognisers(CATALOG, Vocabulary.of(CATALOG));
  private static final Message MESSAGE = new Message("slow since yesterday in Mumbai", AT);

  private final Grounding grounding = new Grounding(CATALOG);

  @Test
  void keepsAValueThatItsQuoteSupports() {
    FoundFact fact = fact("choice", "west", "Mumbai", 24, 30);

    assertThat(ground(fact).facts()).containsExactly(fact);
  }

  @Test
  void keepsAValueOfAMisspeltWord() {
    FoundFact fact = fact("choice", "west", "Mumbay", 0, 6);

    Read read = grounding.ground(read(fact), new Message("Mumbay", AT));

    assertThat(read.facts()).containsExactly(fact);
  }

  @Test
  void dropsAValueThatTheQuoteDoesNotSay() {
    Read read = ground(fact("choice", "south", "Mumbai", 24, 30));

    assertThat(read.facts()).isEmpty();
    assertThat(read.dropped())
        .containsExactly(new Dropped("choice", "south", Dropped.Reason.NOT_NORMALISABLE));
  }

  @Test
  void dropsAQuoteThatStandsElsewhere() {
    Read read = ground(fact("choice", "west", "Mumbai", 0, 6));

    assertThat(read.dropped())
        .containsExactly(new Dropped("choice", "west", Dropped.Reason.NOT_IN_TEXT));
  }

  @Test
  void dropsAFactThatNobodyDeclares() {
    Read read = ground(fact("colour", "red", "Mumbai", 24, 30));

    assertThat(read.dropped())
        .containsExactly(new Dropped("colour", "red", Dropped.Reason.NOT_DECLARED));
  }

  @Test
  void dropsAnIntentThatNobodyDeclares() {
    Read claimed =
        new Read(
            Act.REPORT,
            Optional.of("rm -rf"),
            0.9,
            List.of(new Score("rm -rf", 0.9), new Score("broken", 0.1)),
            List.of(),
            List.of());

    Read read = grounding.ground(claimed, MESSAGE);

    assertThat(read.intent()).isEmpty();
    assertThat(read.confidence()).isZero();
    assertThat(read.alternatives()).containsExactly(new Score("broken", 0.1));
    assertThat(read.dropped())
        .containsExactly(new Dropped("intent", "rm -rf", Dropped.Reason.NOT_DECLARED));
  }

  @Test
  void cutsLongDroppedValues() {
    Read read = ground(fact("x".repeat(5_000), "y".repeat(5_000), "Mumbai", 24, 30));

    assertThat(read.dropped().getFirst().fact()).hasSize(100);
    assertThat(read.dropped().getFirst().value()).hasSize(200);
  }

  @Property
  void leavesOnlyFactsThatTheTextSupports(@ForAll("claims") FoundFact claim) {
    Read read = ground(claim);

    assertThat(read.facts().size() + read.dropped().size()).isEqualTo(1);
    for (FoundFact fact : read.facts()) {
      var type = Facts.type(fact.fact());
      assertThat(MESSAGE.text().substring(fact.start(), fact.end())).isEqualTo(fact.quote());
      assertThat(RECOGNISERS.value(type, fact.quote(), AT)).contains(fact.value());
    }
  }

  @Property
  void keepsWhateverTheRecognisersFind(@ForAll("texts") String text) {
    Message message = new Message(text, AT);
    List<FoundFact> found =
        RECOGNISERS.find(text, AT).stream()
            .map(
                it ->
                    new FoundFact(
                        it.workflow(),
                        it.fact(),
                        it.value(),
                        it.span().of(text),
                        it.span().start(),
                        it.span().end(),
                        Optional.empty()))
            .toList();

    Read read = grounding.ground(read(found.toArray(FoundFact[]::new)), message);

    assertThat(read.facts()).containsExactlyElementsOf(found);
    assertThat(read.dropped()).isEmpty();
  }

  @Provide
  Arbitrary<FoundFact> claims() {
    return Combinators.combine(
            Arbitraries.of("choice", "date", "duration", "text", "integer", "nothing"),
            Arbitraries.of("west", "south", "2026-01-04", "slow", "7"),
            Arbitraries.of("Mumbai", "yesterday", "slow", "mumbai", ""),
            Arbitraries.integers().between(-3, 33),
            Arbitraries.integers().between(-3, 33))
        .as(GroundingTest::fact);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            "Mumbai",
            "hyderbad",
            "not",
            "yes",
            "3",
            "2.5",
            "Rs 299",
            "₹1,000",
            "yesterday",
            "6 pm",
            "18:30",
            "two hours",
            "9876543210",
            "a@b.co",
            "AB1234",
            "no",
            ",",
            ".",
            "ok",
            "🙂",
            "नहीं",
            "4 days ago",
            "jan 5",
            "\u0130");
    return words.list().ofMaxSize(8).map(parts -> String.join(" ", parts));
  }

  private Read ground(FoundFact fact) {
    return grounding.ground(read(fact), MESSAGE);
  }

  private static Read read(FoundFact... facts) {
    return new Read(Act.REPORT, Optional.empty(), 0, List.of(), List.of(facts), List.of());
  }

  private static FoundFact fact(String fact, String value, String quote, int start, int end) {
    return new FoundFact("all", fact, value, quote, start, end, Optional.empty());
  }
}
