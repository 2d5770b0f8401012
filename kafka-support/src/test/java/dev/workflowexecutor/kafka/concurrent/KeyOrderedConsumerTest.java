package dev.workflowexecutor.kafka.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

class KeyOrderedConsumerTest extends KeyOrderedConsumerFixture {

  @Test
  void handlesRecordsAndCommitsBehindThem() {
    start(this::note);

    give("a=1", "b=2", "a=3");

    await().untilAsserted(() -> assertThat(committed()).contains(3L));
    assertThat(handled).containsExactlyInAnyOrder("a=1", "b=2", "a=3");
    assertThat(count("handled")).isEqualTo(3);
  }

  @Test
  void commitsOnlyUpToTheFirstRecordThatIsNotDone() {
    start(
        record -> {
          if (record.value().equals("b=2")) {
            gate.await();
          }
          note(record);
        });

    give("a=1", "b=2", "c=3", "d=4");

    await().until(() -> handled.size() == 3);
    await().untilAsserted(() -> assertThat(committed()).contains(1L));
    gate.countDown();
    await().untilAsserted(() -> assertThat(committed()).contains(4L));
  }

  @Test
  void retriesAPassingFaultWithoutHoldingUpOtherKeys() {
    var attempts = new AtomicInteger();
    start(
        record -> {
          if (record.key().equals("a") && gate.getCount() > 0) {
            attempts.incrementAndGet();
            throw new ExecutionException(new TimeoutException("no broker"));
          }
          note(record);
        });

    give("a=1", "a=2", "b=3");

    await().until(() -> attempts.get() > 3);
    await().until(() -> handled.equals(List.of("b=3")));
    gate.countDown();
    await().until(() -> handled.equals(List.of("b=3", "a=1", "a=2")));
    assertThat(deadLetters.letters()).isEmpty();
    assertThat(count("retried")).isGreaterThan(3);
  }

  @Test
  void makesARecordWhoseHandlerFailsForGoodADeadLetterAndGoesOn() {
    start(
        record -> {
          if (record.value().equals("a=1")) {
            throw new IllegalStateException("no way");
          }
          note(record);
        });

    give("a=1", "a=2");

    await().untilAsserted(() -> assertThat(committed()).contains(2L));
    assertThat(deadLetters.letters()).containsExactly("a=1:HANDLER_FAILED");
    assertThat(handled).containsExactly("a=2");
    assertThat(count("dead_letter")).isEqualTo(1);
  }

  @Test
  void makesAStackOverflowADeadLetterAndGoesOn() {
    start(
        record -> {
          if (record.value().equals("a=1")) {
            throw new StackOverflowError();
          }
          note(record);
        });

    give("a=1", "a=2");

    await().until(() -> handled.equals(List.of("a=2")));
    assertThat(deadLetters.letters()).containsExactly("a=1:HANDLER_FAILED");
  }

  @Test
  void makesAnUnreadableValueADeadLetterWithItsReason() {
    start(
        this::note,
        (topic, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          if (text.equals("a=1")) {
            throw new UnreadableRecordException(Kind.CORRUPT_BODY, "broken", null);
          }
          return text;
        },
        b -> b);

    give("a=1", "a=2");

    await().untilAsserted(() -> assertThat(committed()).contains(2L));
    assertThat(deadLetters.letters()).containsExactly("a=1:CORRUPT_BODY");
    assertThat(handled).containsExactly("a=2");
  }

  @Test
  void waitsForARegistryThatSomebodyElsesSerdeBlamesOnTheRecord() {
    Deserializer<RawProblem> foreign =
        ConfiguredSerdes.deserializer(
            RawProblem.class, Map.of("value.deserializer", Blaming.class, "gate", gate));
    start(this::note, (topic, bytes) -> foreign.deserialize(topic, bytes).getText(), b -> b);

    give("a=1");
    await().until(() -> count("retried") > 2);
    assertThat(committed()).isNotEqualTo(Optional.of(1L));
    gate.countDown();

    await().until(() -> handled.equals(List.of("a=1")));
    assertThat(deadLetters.letters()).isEmpty();
  }

  /** A deserializer that says of a registry that is away what it says of a broken record. */
  public static final class Blaming implements Deserializer<RawProblem> {

    private CountDownLatch gate = new CountDownLatch(0);

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
      gate = (CountDownLatch) Objects.requireNonNull(config.get("gate"));
    }

    @Override
    public RawProblem deserialize(String topic, byte[] bytes) {
      if (gate.getCount() > 0) {
        throw new SerializationException(
            "Error retrieving Avro schema", new SSLHandshakeException("closed"));
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return RawProblem.newBuilder(Samples.problem("p")).setText(text).build();
    }
  }

  @Test
  void waitsForARegistryThatIsNotThere() {
    start(
        this::note,
        (topic, bytes) -> {
          if (gate.getCount() > 0) {
            throw new RegistryUnavailableException("down", null);
          }
          return new String(bytes, StandardCharsets.UTF_8);
        },
        b -> b);

    give("a=1");
    await().until(() -> count("retried") > 2);
    assertThat(committed()).isNotEqualTo(Optional.of(1L));
    gate.countDown();

    await().untilAsserted(() -> assertThat(committed()).contains(1L));
    assertThat(handled).containsExactly("a=1");
    assertThat(deadLetters.letters()).isEmpty();
  }

  @Test
  void commitsNothingBeforeTheDeadLetterIsStored() {
    deadLetters.failNext(3);
    start(
        record -> {
          throw new IllegalStateException("no way");
        });

    give("a=1");

    await().untilAsserted(() -> assertThat(committed()).contains(1L));
    assertThat(deadLetters.letters()).containsExactly("a=1:HANDLER_FAILED");
  }

  @Test
  void keepsTheBoundAndPausesWhenTooMuchIsReadAhead() {
    KeyOrderedConsumer<String> bounded =
        start(
            record -> {
              gate.await();
              note(record);
            },
            (topic, bytes) -> new String(bytes, StandardCharsets.UTF_8),
            b -> b.maxInFlight(2));
    String[] records = new String[8];
    for (int i = 0; i < records.length; i++) {
      records[i] = "k" + i + "=" + i;
    }
    give(records);

    await().until(() -> bounded.inFlight() == 8);
    await().until(() -> broker.paused().equals(Set.of(P0)));
    assertThat(bounded.running()).isEqualTo(2);
    assertThat(meters.get("workflow.records.in.flight").gauge().value()).isEqualTo(8);

    gate.countDown();
    await().until(() -> handled.size() == 8);
    await().until(() -> broker.paused().isEmpty());
  }
}
