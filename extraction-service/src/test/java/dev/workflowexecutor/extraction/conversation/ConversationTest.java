package dev.workflowexecutor.extraction.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.extraction.intent.FoundFact;
import dev.workflowexecutor.extraction.recognise.FactRecognisers;
import dev.workflowexecutor.extraction.spelling.Vocabulary;
import dev.workflowexecutor.extraction.testing.Catalogs;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Fact;
import dev.workflowexecutor.workflow.fact.ChoiceValue;
import dev.workflowexecutor.workflow.fact.FactType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final Fact CITY =
      Catalogs.fact(
          "city",
          new FactType.Choice(
              List.of(value("Pune"), value("Mumbai"), value("Delhi"), value("Chennai"))));
  private static final Fact PLAN =
      Catalogs.fact("plan", new FactType.Choice(List.of(value("prepaid"), value("postpaid"))));
  private static final Fact DUE = Catalogs.fact("due", new FactType.Bool());
  private static final Catalog CATALOG = Catalogs.of("w", List.of(), List.of(CITY, PLAN, DUE));
  private static final FactRecognisers RECOGNISERS =
      new FactRecognisers(CATALOG, Vocabulary.of(CATALOG));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "talk to a human",
        "I want to speak to a real person",
        "Agent please",
        "real person",
        "customer care executive",
        "connect me to an agent",
        "please transfer me to customer care",
        "can someone call me back?",
        "I need a human",
        "get me a manager",
        "I don't want to talk to a bot",
        "my net is slow, put me through to your supervisor",
        "mujhe agent se baat karni hai"
      })
  void hearsWhoAsksForAPerson(String text) {
    assertThat(hear(text).act()).isEqualTo(Act.ASK_FOR_PERSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the agent was rude to me",
        "I don't want to talk to an agent",
        "no person was at home",
        "the operator of the crane",
        "my manager needs the bill"
      })
  void doesNotTakeEveryPersonForARequest(String text) {
    assertThat(hear(text).act()).isEqualTo(Act.REPORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never mind",
        "Nevermind, thanks",
        "forget it",
        "ok forget about it",
        "cancel",
        "please cancel it",
        "cancel my request",
        "stop this",
        "close the ticket please",
        "I no longer need help",
        "never mind, it works now",
        "the problem is solved",
        "my issue has been resolved already",
        "rehne do",
        "cancel kar do"
      })
  void hearsWhoWantsNothingMore(String text) {
    assertThat(hear(text).act()).isEqualTo(Act.CANCEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cancel my plan",
        "my order was cancelled",
        "the problem is not solved",
        "is my problem solved?",
        "don't cancel my request",
        "how do I stop the caller tune",
        "I always forget it"
      })
  void doesNotTakeEveryCancellationForOne(String text) {
    assertThat(hear(text).act()).isEqualTo(Act.REPORT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no, Pune, not Mumbai                  | CORRECT | city=Pune<-Mumbai
          not Mumbai, Pune                      | CORRECT | city=Pune<-Mumbai
          actually it's Delhi                   | CORRECT | city=Delhi
          I meant postpaid                      | CORRECT | plan=postpaid
          sorry, wrong city, it's Chennai       | CORRECT | city=Chennai
          no prepaid                            | CORRECT | plan=prepaid
          Mumbai, sorry, Chennai                | CORRECT | city=Chennai<-Mumbai
          Mumbai, I mean Pune                   | CORRECT | city=Pune<-Mumbai
          change Mumbai to Pune                 | CORRECT | city=Pune<-Mumbai
          it's Pune instead of Delhi            | CORRECT | city=Pune<-Delhi
          Mumbai nahi, Pune                     | CORRECT | city=Pune<-Mumbai
          I don't have prepaid, it is postpaid  | CORRECT | plan=postpaid<-prepaid
          it isn't Mumbai but Delhi             | CORRECT | city=Delhi<-Mumbai
          I am in Pune                          | REPORT  | city=Pune
          not Mumbai                            | REPORT  | ''
          from Mumbai to Pune                   | REPORT  | city=Mumbai city=Pune
          no signal in Pune                     | REPORT  | city=Pune
          network is not working in Mumbai      | REPORT  | city=Mumbai
          no                                    | REPORT  | due=false
          yes, Pune                             | REPORT  | due=true city=Pune
          """)
  void hearsWhatIsStatedAndWhatIsTakenBack(String text, Act act, String facts) {
    Heard heard = hear(text);

    assertThat(heard.act()).isEqualTo(act);
    assertThat(heard.facts().stream().map(ConversationTest::shown).collect(Collectors.joining(" ")))
        .isEqualTo(facts);
  }

  private static Heard hear(String text) {
    return Conversation.hear(text, RECOGNISERS.find(text, AT));
  }

  private static String shown(FoundFact fact) {
    return fact.fact() + "=" + fact.value() + fact.corrects().map(old -> "<-" + old).orElse("");
  }

  private static ChoiceValue value(String name) {
    return new ChoiceValue(name, List.of());
  }
}
