package dev.workflowexecutor.kafka.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.retry.Backoff;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException;
import dev.workflowexecutor.kafka.serde.UnreadableRecordException.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyOrderedConsumerTest {

  private static final TopicPartition P0 = new TopicPartition("t", 0);

  private final MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");
  private final RecordedDeadLetters deadLetters = new RecordedDeadLetters();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private @Nullable KeyOrderedConsumer<String> consumer;

  @AfterEach
  void close() {
    gate.countDown();
    if (consumer != null) {
      consumer.close(Duration.ofSeconds(5));
    }
  }

  private KeyOrderedConsumer<String> start(RecordHandler<String> handler) {
    return start(handler, (topic, bytes) -> new String(bytes, StandardCharsets.UTF_8), b -> b);
  }

  private KeyOrderedConsumer<String> start(
      RecordHandler<String> handler,
      Deserializer<String> deserializer,
      UnaryOperator<KeyOrderedConsumerBuilder<String>> more) {
    broker.schedulePollTask(
        () -> {
          broker.rebalance(List.of(P0));
          broker.updateBeginningOffsets(Map.of(P0, 0L));
        });
    var builder =
        new KeyOrderedConsumerBuilder<>(Map.of("group.id", "g"), deserializer, handler, deadLetters)
            .topics("t")
            .backoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)))
            .commitInterval(Duration.ofMillis(1))
            .meters(meters)
            .connect(() -> broker);
    KeyOrderedConsumer<String> started = more.apply(builder).build();
    consumer = started;
    started.start();
    await().until(started::isAssigned);
    return started;
  }

  /** Records with the offsets 0, 1, 2 ... from texts of the form key=value. */
  private void give(String... records) {
    broker.schedulePollTask(
        () -> {
          for (int offset = 0; offset < records.length; offset++) {
            String key = records[offset].split("=")[0];
            broker.addRecord(RawRecords.of(P0, offset, key, records[offset]));
          }
        });
  }

  private void note(ConsumerRecord<String, String> record) {
    handled.add(record.value());
  }

  private Optional<Long> committed() {
    return Optional.ofNullable(broker.committed(Set.of(P0)).get(P0)).map(OffsetAndMetadata::offset);
  }

  private double count(String outcome) {
    var counter = meters.find("workflow.records").tags("topic", "t", "outcome", outcome).counter();
    return counter == null ? 0 : counter.count();
  }

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

  @Test
  void letsWhatRunsEndWhenAPartitionIsRevoked() {
    start(
        record -> {
          if (record.value().equals("a=1")) {
            broker.schedulePollTask(() -> broker.rebalance(List.of()));
            gate.await();
          }
          note(record);
        },
        (topic, bytes) -> new String(bytes, StandardCharsets.UTF_8),
        b -> b.revocationTimeout(Duration.ofSeconds(30)));

    give("a=1", "a=2");
    Thread.ofVirtual().start(gate::countDown);

    await().until(() -> broker.assignment().isEmpty() && handled.contains("a=1"));
    assertThat(deadLetters.letters()).isEmpty();
  }

  @Test
  void interruptsWhatDoesNotEndInTimeWhenItCloses() {
    var interrupted = new CountDownLatch(1);
    KeyOrderedConsumer<String> closing =
        start(
            record -> {
              try {
                gate.await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
            });
    give("a=1", "a=2");
    await().until(() -> closing.running() == 1);

    closing.close(Duration.ofMillis(10));

    await().until(() -> interrupted.getCount() == 0);
    assertThat(broker.closed()).isTrue();
    assertThat(deadLetters.letters()).isEmpty();
    assertThat(closing.isHealthy()).isFalse();
  }

  @Test
  void closesAfterWhatRunsHasEndedAndWithoutBeginningMore() {
    KeyOrderedConsumer<String> closing =
        start(
            record -> {
              gate.await();
              note(record);
            });
    give("a=1", "a=2");
    await().until(() -> closing.running() == 1);

    var close = Thread.ofVirtual().start(() -> closing.close(Duration.ofSeconds(30)));
    await().until(() -> closing.inFlight() == 1);
    gate.countDown();

    await().until(() -> !close.isAlive());
    assertThat(handled).containsExactly("a=1");
    assertThat(meters.find("workflow.records.in.flight").gauge()).isNull();
  }

  @Test
  void takesAFailureDuringCloseForNoFaultOfTheRecord() {
    KeyOrderedConsumer<String> closing =
        start(
            record -> {
              gate.await();
              throw new IllegalStateException("the producer is closed already");
            });
    give("a=1");
    await().until(() -> closing.running() == 1);

    var close = Thread.ofVirtual().start(() -> closing.close(Duration.ofSeconds(30)));
    await().until(() -> !closing.isTaking());
    gate.countDown();

    await().until(() -> !close.isAlive());
    assertThat(deadLetters.letters()).isEmpty();
  }

  @Test
  void abandonsARetryWhenItCloses() {
    KeyOrderedConsumer<String> closing =
        start(
            record -> {
              throw new TimeoutException("no broker");
            },
            (topic, bytes) -> new String(bytes, StandardCharsets.UTF_8),
            b -> b.backoff(new Backoff(Duration.ofHours(1), Duration.ofHours(1))));
    give("a=1");
    await().until(() -> count("retried") == 1);

    closing.close(Duration.ofMinutes(10));

    await().until(() -> count("abandoned") == 1);
    assertThat(closing.inFlight()).isZero();
  }

  @Test
  void goesOnAfterAFailedPoll() {
    KeyOrderedConsumer<String> failing = start(this::note);
    await().until(failing::isHealthy);
    broker.schedulePollTask(
        () -> {
          throw new KafkaException("no luck");
        });
    await().until(() -> !failing.isHealthy());

    give("a=1");

    await().until(() -> handled.equals(List.of("a=1")));
    await().until(failing::isHealthy);
  }

  @Test
  void endsUnhealthyWhenTheMachineFails() {
    KeyOrderedConsumer<String> failing =
        start(
            record -> {
              throw new OutOfMemoryError("none left");
            });

    give("a=1");

    await().until(broker::closed);
    assertThat(failing.isHealthy()).isFalse();
    assertThat(deadLetters.letters()).isEmpty();
  }

  @Test
  void startsOnlyOnceAndNeedsATopic() {
    KeyOrderedConsumer<String> started = start(this::note);

    assertThatThrownBy(started::start).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                new KeyOrderedConsumerBuilder<>(
                        Map.of(), (topic, bytes) -> "", this::note, deadLetters)
                    .build())
        .isInstanceOf(IllegalStateException.class);
  }
}
