package dev.workflowexecutor.kafka.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.workflowexecutor.workflow.Workflow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefinitionsPublisherIT {

  private DefinitionsTopic topic;

  @BeforeEach
  void open() throws Exception {
    topic = new DefinitionsTopic();
  }

  @AfterEach
  void close() {
    topic.close();
  }

  /** What comes of each, in no order. */
  private List<String> publishedAtOnce(Workflow one, Workflow two) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads
          .invokeAll(
              List.<Callable<Publication>>of(() -> topic.publish(one), () -> topic.publish(two)))
          .stream()
          .map(future -> future.resultNow().getClass().getSimpleName())
          .toList();
    }
  }

  @Test
  void theSameTwiceIsWrittenOnce() {
    topic.create();
    Workflow hello = Packs.workflow("hello", 1, "greeting", "Hello.");

    assertThat(topic.publish(hello)).isEqualTo(new Publication.Published());
    assertThat(topic.publish(hello)).isEqualTo(new Publication.AlreadyThere());

    assertThat(topic.records()).hasSize(1);
  }

  @Test
  void aPublishedVersionNeverChangesAndAnIntentHasOneOwner() {
    topic.create();
    topic.publish(Packs.workflow("hello", 1, "greeting", "Hello."));

    assertThat(topic.publish(Packs.workflow("hello", 1, "greeting", "Hi.")))
        .isInstanceOf(Publication.Refused.class);
    assertThat(topic.publish(Packs.workflow("other", 1, "greeting", "Hi.")))
        .isInstanceOfSatisfying(
            Publication.Refused.class,
            refused ->
                assertThat(refused.findings().toString()).contains("greeting").contains("hello"));
    assertThat(topic.publish(Packs.workflow("hello", 2, "greeting", "Hi.")))
        .isEqualTo(new Publication.Published());

    assertThat(topic.records()).hasSize(2);
  }

  @Test
  void ofTwoThatPublishAtOnceOneWins() throws Exception {
    topic.create();
    Workflow one = Packs.workflow("hello", 1, "greeting", "Hello.");
    Workflow two = Packs.workflow("hello", 1, "greeting", "Hi.");
    assertThat(publishedAtOnce(one, two)).containsExactlyInAnyOrder("Published", "Refused");
  }

  @Test
  void ofTwoThatPublishAtOnceTheSecondIsHeldAgainstTheFirst() throws Exception {
    topic.create();
    Workflow one =
        Packs.calling("one", 1, "a", "{steps.look.eta}", Packs.tools("eta: { type: text }"));
    Workflow two =
        Packs.calling("two", 1, "b", "{steps.look.until}", Packs.tools("until: { type: text }"));
    assertThat(publishedAtOnce(one, two)).containsExactlyInAnyOrder("Published", "Refused");
    assertThat(topic.records()).hasSize(1);
  }

  @Test
  void aPublicationOfWhichOneIsTooLargeIsNotWrittenAtAll() {
    topic.create();
    Workflow small = Packs.workflow("small", 1, "one", "Hello.");
    Workflow large = Packs.workflow("large", 1, "two", "Hello. ".repeat(1_000));
    Map<String, Object> narrow = new HashMap<>(topic.config());
    narrow.put("max.request.size", 4_000);

    try (var publisher = new DefinitionsPublisher(narrow)) {
      assertThatThrownBy(() -> publisher.publish(List.of(small, large), "tester"))
          .isInstanceOf(KafkaException.class)
          .hasMessageContaining("nothing is published: large@1: ")
          .hasMessageContaining("max.request.size");
      assertThat(topic.records()).isEmpty();

      assertThat(publisher.publish(small, "tester")).isEqualTo(new Publication.Published());
    }
  }

  @Test
  void aToolContractThatBreaksALiveDefinitionIsRefusedAndNothingIsWritten() {
    topic.create();
    String tools = Packs.tools("eta: { type: text }");
    String changed = Packs.tools("until: { type: text }");
    Workflow live = Packs.calling("live", 1, "one", "Back at {steps.look.eta}.", tools);
    assertThat(topic.publish(live)).isEqualTo(new Publication.Published());
    Workflow other = Packs.calling("other", 1, "two", "Back at {steps.look.until}.", changed);
    Workflow unrelated = Packs.workflow("hello", 1, "greeting", "Hello.");

    try (var publisher = new DefinitionsPublisher(topic.config())) {
      List<Publication> refused = publisher.publish(List.of(unrelated, other), "tester");

      assertThat(refused.getFirst()).isEqualTo(new Publication.HeldBack());
      assertThat(refused.getLast())
          .isInstanceOfSatisfying(
              Publication.Refused.class,
              why ->
                  assertThat(why.findings().toString())
                      .contains("line.check", "live@1", "step look", "output 'eta' is gone")
                      .contains("read by outcome 1 in 'steps.look.eta'"));
      assertThat(topic.records()).hasSize(1);

      Workflow fitting = Packs.calling("live", 2, "one", "Back at {steps.look.until}.", changed);
      assertThat(publisher.publish(List.of(other, fitting), "tester"))
          .containsOnly(new Publication.Published());
    }
  }
}
