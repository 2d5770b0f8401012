package dev.workflowexecutor.decision.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.decision.intent.Act;
import dev.workflowexecutor.decision.intent.FoundFact;
import dev.workflowexecutor.decision.intent.Reading;
import dev.workflowexecutor.decision.ticket.FactSource;
import dev.workflowexecutor.decision.ticket.Phase;
import dev.workflowexecutor.decision.ticket.TicketJson;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds in whatever conversation. */
class DecideIntentPropertiesTest {

  private static final Catalog CATALOG = Packs.catalog();
  private static final Catalog COMPILED_AGAIN = Packs.catalog();

  @Property
  void neverExecutesWithoutARequiredFact(@ForAll("conversations") List<Said> conversation) {
    for (Decision decision : decisions(conversation)) {
      if (decision.verdict().kind() == Verdict.Kind.EXECUTE) {
        assertThat(decision.facts())
            .filteredOn(it -> it.source() != FactSource.INFERRED)
            .extracting(DecidedFact::fact)
            .containsAll(required(decision));
      }
    }
  }

  @Property
  void decidesTheSameAgainByteForByte(@ForAll("conversations") List<Said> conversation) {
    Talk one = new Talk(CATALOG);
    Talk other = new Talk(COMPILED_AGAIN);
    for (Said said : conversation) {
      assertThat(one.hear(said.intent())).isEqualTo(other.hear(said.intent()));
      byte[] stored = TicketJson.write(one.ticket());
      assertThat(stored).isEqualTo(TicketJson.write(other.ticket()));
      assertThat(TicketJson.read(stored)).isEqualTo(one.ticket());
    }
  }

  @Property
  void asksForAFactNoMoreOftenThanTheWorkflowAllows(
      @ForAll("conversations") List<Said> conversation) {
    Talk talk = new Talk(CATALOG);
    Map<String, Integer> asked = new HashMap<>();
    for (Said said : conversation) {
      if (talk.hear(said.intent()) instanceof Decided.Next(var ticket, var decision)) {
        if (decision.verdict() instanceof Verdict.Clarify(var _, var _, var question)) {
          assertThat(asked.merge(question.fact(), 1, Integer::sum)).isLessThanOrEqualTo(2);
        }
        if (!(ticket.phase() instanceof Phase.Asking)) {
          asked.clear();
        }
      }
    }
  }

  @Property
  void decidesEachProblemOnce(@ForAll("conversations") List<Said> conversation) {
    Set<String> problems = new HashSet<>();
    conversation.forEach(said -> problems.add(said.problemId()));

    List<Decision> decisions = decisions(conversation);

    assertThat(decisions).extracting(Decision::problemId).doesNotHaveDuplicates();
    assertThat(decisions)
        .extracting(Decision::problemId)
        .containsExactlyInAnyOrderElementsOf(problems);
    assertThat(decisions).extracting(Decision::decisionId).doesNotHaveDuplicates();
  }

  @Property
  void putsWhatThePersonSaidAboveWhatIsGivenOrInferred(
      @ForAll("conversations") List<Said> conversation) {
    Talk talk = new Talk(CATALOG);
    for (Said said : conversation) {
      if (talk.hear(said.intent()) instanceof Decided.Next(var ticket, var decision)) {
        for (DecidedFact fact : decision.facts()) {
          boolean stated = ticket.stated().containsKey(fact.fact());
          boolean saidByThem =
              fact.source() == FactSource.USER || fact.source() == FactSource.EARLIER;
          assertThat(saidByThem).as(fact.toString()).isEqualTo(stated);
        }
      }
    }
  }

  @Property
  void tellsThePersonSomethingWheneverNoStepRuns(@ForAll("conversations") List<Said> conversation) {
    for (Decision decision : decisions(conversation)) {
      assertThat(decision.verdict().message().isEmpty())
          .isEqualTo(decision.verdict().kind() == Verdict.Kind.EXECUTE);
      assertThat(decision.facts()).extracting(DecidedFact::fact).isSorted();
    }
  }

  private static List<Decision> decisions(List<Said> conversation) {
    Talk talk = new Talk(CATALOG);
    return conversation.stream()
        .map(said -> talk.hear(said.intent()))
        .<Decision>mapMulti(
            (decided, out) -> {
              if (decided instanceof Decided.Next(var _, var decision)) {
                out.accept(decision);
              }
            })
        .toList();
  }

  private static List<String> required(Decision decision) {
    Workflow workflow = CATALOG.latest(decision.workflow().orElseThrow().workflow()).orElseThrow();
    return workflow.facts().values().stream().filter(Fact::required).map(Fact::name).toList();
  }

  @Provide
  Arbitrary<List<Said>> conversations() {
    return said().list().ofMinSize(1).ofMaxSize(12);
  }

  // Problem ids come from a few, so that there are duplicates; times go to and fro within a day.
  private static Arbitrary<Said> said() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 15),
            texts(),
            intents(),
            facts().list().ofMaxSize(3),
            acts(),
            readings(),
            attributes(),
            Arbitraries.integers().between(0, 59))
        .as(DecideIntentPropertiesTest::said);
  }

  private static Said said(
      int problem,
      String text,
      Optional<String> intent,
      List<FoundFact> facts,
      Act act,
      Reading reading,
      Map<String, String> attributes,
      int minutes) {
    Said said = Said.text("p" + problem, text).given(attributes).after(Duration.ofMinutes(minutes));
    for (FoundFact fact : facts) {
      said = said.with(fact);
    }
    said = intent.map(said::naming).orElse(said);
    return said.doing(act).read(reading);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "Pune", "yes", "prepaid", "499", "slow at night", "a fire", "a refund", "hm"),
        Arbitraries.strings().ofMaxLength(40));
  }

  private static Arbitrary<Optional<String>> intents() {
    return Arbitraries.of(
            "slow_internet", "no_signal", "billing_issue", "device_issue", "undeclared")
        .optional(0.5);
  }

  private static Arbitrary<Act> acts() {
    return Arbitraries.frequency(
        Tuple.of(12, Act.REPORT),
        Tuple.of(4, Act.CORRECT),
        Tuple.of(1, Act.CANCEL),
        Tuple.of(1, Act.ASK_FOR_PERSON));
  }

  private static Arbitrary<Reading> readings() {
    return Arbitraries.frequency(
        Tuple.of(12, Reading.UNDERSTOOD),
        Tuple.of(3, Reading.UNKNOWN),
        Tuple.of(1, Reading.EMPTY_TEXT),
        Tuple.of(1, Reading.TEXT_TOO_LONG),
        Tuple.of(1, Reading.READER_FAILED));
  }

  private static Arbitrary<Map<String, String>> attributes() {
    return Arbitraries.maps(
            Arbitraries.of("region", "account_type", "service_type", "shoe_size"),
            Arbitraries.of("Pune", "prepaid", "mobile", "nonsense"))
        .ofMaxSize(2);
  }

  private static Arbitrary<FoundFact> facts() {
    Arbitrary<Optional<String>> corrects = Arbitraries.of("west", "prepaid").optional(0.2);
    return Combinators.combine(
            Arbitraries.of(
                "network-troubleshooting", "billing-explanation", "device-troubleshooting"),
            Arbitraries.of(
                "region", "account_type", "amount", "restarted", "symptom", "undeclared"),
            Arbitraries.of("west", "north", "prepaid", "INR 499.00", "true", "nonsense"),
            corrects)
        .as((workflow, fact, value, took) -> new FoundFact(workflow, fact, value, value, took));
  }
}
