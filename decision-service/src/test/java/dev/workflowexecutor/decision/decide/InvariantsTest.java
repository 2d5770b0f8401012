package dev.workflowexecutor.decision.decide;

import static dev.workflowexecutor.decision.decide.Verdict.Kind.CLARIFY;
import static dev.workflowexecutor.decision.decide.Verdict.Kind.ESCALATE;
import static dev.workflowexecutor.decision.decide.Verdict.Kind.EXECUTE;
import static dev.workflowexecutor.decision.decide.Verdict.Kind.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.ticket.FactSource;
import dev.workflowexecutor.decision.ticket.TicketJson;
import dev.workflowexecutor.workflow.Catalog;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The design's invariants, as far as they concern the deciding. */
class InvariantsTest {

  private final Talk talk = new Talk(Packs.catalog());

  @Test
  void invariant1RunsOnlyWithEveryRequiredFact() {
    Decision first = talk.decide(Said.text("p1", "my bill is wrong").naming("billing_issue"));
    Decision second =
        talk.decide(
            Said.text("p2", "prepaid")
                .with("billing-explanation", "account_type", "prepaid", "prepaid"));
    Decision third =
        talk.decide(
            Said.text("p3", "499 rupees")
                .with("billing-explanation", "amount", "INR 499.00", "499 rupees"));

    assertThat(List.of(first, second, third))
        .extracting(it -> it.verdict().kind())
        .containsExactly(CLARIFY, CLARIFY, EXECUTE);
  }

  @Test
  void invariant2NeverAsksAgainForTheIntentOnceItIsKnown() {
    talk.decide(Said.text("p1", "my internet is slow").naming("slow_internet"));

    Decision answered = talk.decide(Said.text("p2", "Pune").region("west", "Pune"));

    assertThat(answered.verdict().kind()).isEqualTo(EXECUTE);
    assertThat(answered.intent()).contains("slow_internet");
    assertThat(answered.text()).isEqualTo("my internet is slow");
  }

  @Test
  void invariant3DropsAValueThatTheFactsTypeDoesNotKnow() {
    Decision decision =
        talk.decide(
            Said.text("p1", "slow in Atlantis")
                .naming("slow_internet")
                .with("network-troubleshooting", "region", "atlantis", "Atlantis"));

    assertThat(decision.verdict().kind()).isEqualTo(CLARIFY);
    assertThat(decision.facts()).isEmpty();
  }

  @Test
  void invariant4PutsTheUserAboveWhatWasGivenAndThatAboveWhatIsInferred() {
    Decision inferred =
        talk.decide(Said.text("p1", "no signal").naming("no_signal").region("west", "Pune"));
    Decision given =
        talk.decide(
            Said.text("p2", "still no signal")
                .naming("no_signal")
                .given(Map.of("service_type", "Mobile", "region", "Chennai")));
    Decision stated =
        talk.decide(
            Said.text("p3", "no signal on my fiber")
                .naming("no_signal")
                .with("network-troubleshooting", "service_type", "fiber", "fiber")
                .given(Map.of("service_type", "mobile")));

    assertThat(fact(inferred, "service_type"))
        .contains(DecidedFact.inferred("service_type", "mobile"));
    assertThat(fact(given, "service_type")).contains(DecidedFact.given("service_type", "mobile"));
    assertThat(fact(given, "region").map(DecidedFact::source)).contains(FactSource.EARLIER);
    assertThat(fact(stated, "service_type"))
        .contains(new DecidedFact("service_type", "fiber", FactSource.USER, Optional.of("fiber")));
  }

  @Test
  void invariant4LetsACorrectionReplaceWhatWasStated() {
    talk.decide(
        Said.text("p1", "slow internet in Delhi").naming("slow_internet").region("north", "Delhi"));

    Decision corrected =
        talk.decide(
            Said.text("p2", "no, Pune, not Delhi")
                .doing(Act.CORRECT)
                .with(
                    new FoundFact(
                        "network-troubleshooting",
                        "region",
                        "west",
                        "Pune",
                        Optional.of("north"))));

    assertThat(corrected.verdict().kind()).isEqualTo(EXECUTE);
    assertThat(fact(corrected, "region"))
        .contains(new DecidedFact("region", "west", FactSource.USER, Optional.of("Pune")));
  }

  @Test
  void invariant5NeverStoresAnInferredFact() {
    Decision decision =
        talk.decide(
            Said.text("p1", "slow every evening").naming("slow_internet").region("west", "Pune"));

    assertThat(fact(decision, "likely_cause").map(DecidedFact::source))
        .contains(FactSource.INFERRED);
    assertThat(talk.ticket().stated()).containsOnlyKeys("region");
    assertThat(talk.ticket().given()).isEmpty();
  }

  @Test
  void invariant6NeitherGuessesAnIntentNorAFact() {
    Decision unknown = talk.decide(Said.text("p1", "tell me a joke"));
    Decision factsAlone = talk.decide(Said.text("p2", "I am in Pune").region("west", "Pune"));
    Decision twoValues =
        talk.decide(
            Said.text("p3", "slow internet in Delhi or Chennai")
                .naming("slow_internet")
                .region("north", "Delhi")
                .region("south", "Chennai"));

    assertThat(unknown.verdict().kind()).isEqualTo(REJECT);
    assertThat(factsAlone.verdict().kind()).isEqualTo(REJECT);
    assertThat(List.of(unknown, factsAlone))
        .extracting(it -> it.verdict().reason())
        .containsOnly(Reason.NO_INTENT);
    assertThat(twoValues.verdict().kind()).isEqualTo(CLARIFY);
    assertThat(twoValues.facts()).extracting(DecidedFact::fact).doesNotContain("region");
    assertThat(twoValues.notice())
        .contains("I found more than one answer in your message: \"Delhi\" and \"Chennai\".");
  }

  @Test
  void invariant7AsksForOneFactAtMostTwiceAndThenEscalates() {
    Decision first = talk.decide(Said.text("p1", "my internet is slow").naming("slow_internet"));
    Decision second = talk.decide(Said.text("p2", "hm"));
    Decision third = talk.decide(Said.text("p3", "what?"));

    assertThat(first.verdict())
        .isEqualTo(
            new Verdict.Clarify(
                Reason.FACT_MISSING,
                Optional.empty(),
                new Question(
                    "region", "Which city are you in?", List.of("west", "north", "south"))));
    assertThat(second.verdict()).isEqualTo(first.verdict());
    assertThat(third.verdict().kind()).isEqualTo(ESCALATE);
    assertThat(third.verdict().reason()).isEqualTo(Reason.ASKED_TOO_OFTEN);
  }

  @Test
  void invariant7CountsAQuestionAlsoWhenTheSubjectChangesToAndFro() {
    Verdict.Kind last = CLARIFY;
    for (int turn = 0; turn < 6 && last == CLARIFY; turn++) {
      String intent = turn % 2 == 0 ? "slow_internet" : "billing_issue";
      last = talk.decide(Said.text("p" + turn, "and then").naming(intent)).verdict().kind();
    }

    assertThat(last).isEqualTo(ESCALATE);
  }

  @Test
  void invariant8BeginsANewTicketAndSaysSoWhenTheOldOneIsLost() {
    Decision lost =
        talk.decide(
            Said.text("p1", "slow internet in Pune")
                .naming("slow_internet")
                .region("west", "Pune")
                .continuing());

    assertThat(lost.verdict().kind()).isEqualTo(EXECUTE);
    assertThat(lost.notice()).contains("Your earlier request has ended, so this is a new one.");
    assertThat(lost.turn()).isEqualTo(1);
  }

  @Test
  void invariant8BeginsANewTicketAndSaysSoWhenTheOldOneHasExpired() {
    talk.decide(Said.text("p1", "my internet is slow").naming("slow_internet"));

    Decision late =
        talk.decide(
            Said.text("p2", "Pune")
                .region("west", "Pune")
                .continuing()
                .after(Duration.ofHours(24)));

    assertThat(late.notice()).contains("Your earlier request has ended, so this is a new one.");
    assertThat(late.verdict().reason()).isEqualTo(Reason.NO_INTENT);
    assertThat(late.turn()).isEqualTo(1);
  }

  @Test
  void invariant9CannotSeeWhichReaderAnsweredNorHowSureItWas() {
    assertThat(Arrays.stream(Intent.class.getRecordComponents()).map(RecordComponent::getName))
        .doesNotContain("reader", "definitions", "confidence", "alternatives", "dropped");
  }

  @Test
  void invariant10DecidesTheSameAgain() {
    Talk again = new Talk(Catalog.of(Packs.support().reversed()));
    for (int turn = 0; turn < 4; turn++) {
      Said said =
          Said.text("p" + turn, "slow in the evening")
              .naming("slow_internet")
              .given(Map.of("service_type", "fiber"));
      Said next = turn % 2 == 0 ? said : said.region("west", "Pune");

      assertThat(again.decide(next)).isEqualTo(talk.decide(next));
      assertThat(TicketJson.write(again.ticket())).isEqualTo(TicketJson.write(talk.ticket()));
    }
  }

  @Test
  void invariant11DecidesEachProblemOnce() {
    Said said = Said.text("p1", "my internet is slow").naming("slow_internet");
    talk.decide(said);

    assertThat(talk.hear(said.intent())).isEqualTo(new Decided.Duplicate());
    assertThat(talk.hear(said.after(Duration.ofHours(30)).intent()))
        .isEqualTo(new Decided.Duplicate());
  }

  private static Optional<DecidedFact> fact(Decision decision, String name) {
    return decision.facts().stream().filter(it -> it.fact().equals(name)).findFirst();
  }
}
