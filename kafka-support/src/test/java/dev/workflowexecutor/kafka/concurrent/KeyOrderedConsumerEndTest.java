package dev.workflowexecutor.kafka.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.retry.Backoff;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** How it ends, gives partitions back and survives faults. */
class KeyOrderedConsumerEndTest extends KeyOrderedConsumerFixture {

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
