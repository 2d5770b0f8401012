package dev.workflowexecutor.extraction.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.extraction.intent.Act;
import dev.workflowexecutor.extraction.intent.IntentReader;
import dev.workflowexecutor.extraction.intent.IntentReaderContract;
import dev.workflowexecutor.extraction.intent.Message;
import dev.workflowexecutor.extraction.intent.Read;
import dev.workflowexecutor.extraction.testing.Catalogs;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Intent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedReaderTest extends IntentReaderContract {

  private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
  private static final EmbeddedReaderTraining TRAINING = new EmbeddedReaderTraining();
  private static final EmbeddedReader READER = TRAINING.train(TELECOM);

  @Override
  protected IntentReader reader() {
    return READER;
  }

  @ParameterizedTest
  @CsvSource({
    "there is no service on my mobile, no_signal",
    "my intenret is vrey slow, slow_internet",
    "net bahut slow chal raha hai Lucknow mein, slow_internet",
    "every call I make gets disconnected, call_drop",
    "recharge nahi hua 299 ka, recharge_issue",
    "what is the last day of my current plan, plan_validity",
    "my bill is much higher than last month, billing_issue",
    "some money vanished from my balance for a service I never ordered, unexpected_charges",
    "the sim in my phone is not recognised, sim_issue"
  })
  void understandsWhatIsPutInOtherWordsThanTheExamples(String text, String intent) {
    assertThat(read(text).intent()).contains(intent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is the capital of France",
        "asdfgh qwerty",
        "I love pizza",
        "I want to order a burger",
        "who invented the telephone",
        "do you sell laptops",
        "my washing machine is broken",
        "kya haal hai",
        "hello",
        "thanks",
        "yes",
        "help"
      })
  void leavesUnknownWhatNoWorkflowIsAbout(String text) {
    assertThat(read(text).intent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pune",
        "prepaid",
        "it's an iPhone",
        "I am in Bangalore",
        "I don't have an iPhone, it is a Samsung",
        "both prepaid and postpaid"
      })
  void namesNoIntentForAnswersThatOnlyStateFacts(String text) {
    Read read = read(text);

    assertThat(read.intent()).isEmpty();
    assertThat(read.facts()).isNotEmpty();
  }

  @Test
  void passesOnWhatItIsAboutToThePersonWhoIsAskedFor() {
    Read read = read("My internet is slow, connect me to an agent");

    assertThat(read.act()).isEqualTo(Act.ASK_FOR_PERSON);
    assertThat(read.intent()).contains("slow_internet");
  }

  @Test
  void takesAProblemForAProblemAlsoAfterAPhraseOfCancelling() {
    Read read = read("never mind the bill, now my internet is very slow");

    assertThat(read.act()).isEqualTo(Act.REPORT);
    assertThat(read.intent()).contains("slow_internet");
  }

  @Test
  void leavesACancellationToAWorkflowThatIsAboutIt() {
    Catalog catalog =
        Catalogs.of(
            "orders",
            List.of(
                new Intent(
                    "cancel_order",
                    "Cancels an order.",
                    List.of("cancel it", "cancel my order", "please cancel the order")),
                new Intent(
                    "order_status",
                    "Where an order is.",
                    List.of("where is my order", "has my order been shipped", "track my order"))),
            List.of());

    Read read = TRAINING.train(catalog).read(new Message("cancel it", AT));

    assertThat(read.act()).isEqualTo(Act.REPORT);
    assertThat(read.intent()).contains("cancel_order");
  }

  @Test
  void learnsTheSameFromTheSameCatalog() {
    EmbeddedReader again = new EmbeddedReaderTraining().train(TELECOM);

    for (String text : List.of("no signal", "my phone is slow", "is this a test?")) {
      assertThat(again.read(new Message(text, AT))).isEqualTo(read(text));
    }
  }

  @Test
  void findsFactsAndActsWithoutAnyIntent() {
    EmbeddedReader reader = TRAINING.train(Catalog.empty());

    assertThat(reader.read(new Message("my internet is slow", AT)).intent()).isEmpty();
    assertThat(reader.read(new Message("never mind", AT)).act()).isEqualTo(Act.CANCEL);
  }

  @Test
  void learnsAnIntentFromItsNameAndDescriptionAlone() {
    Catalog catalog =
        Catalogs.of(
            "w",
            List.of(
                new Intent("card_arrival", "When a new bank card arrives.", List.of()),
                new Intent("exchange_rate", "At which rate money is exchanged.", List.of())),
            List.of());

    Read read = TRAINING.train(catalog).read(new Message("when will my new card arrive", AT));

    assertThat(read.alternatives().getFirst().intent()).isEqualTo("card_arrival");
  }

  private static Read read(String text) {
    return READER.read(new Message(text, AT));
  }
}
