package dev.workflowexecutor.kafka.concurrent;

import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.retry.Backoff;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A key-ordered consumer on a broker in memory, with what its tests look at. */
abstract class KeyOrderedConsumerFixture {

  static final TopicPartition P0 = new TopicPartition("t", 0);

  final MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");
  final RecordedDeadLetters deadLetters = new RecordedDeadLetters();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<String> handled = new CopyOnWriteArrayList<>();
  final CountDownLatch gate = new CountDownLatch(1);
  private @Nullable KeyOrderedConsumer<String> consumer;

  @AfterEach
  void close() {
    gate.countDown();
    if (consumer != null) {
      consumer.close(Duration.ofSeconds(5));
    }
  }

  KeyOrderedConsumer<String> start(RecordHandler<String> handler) {
    return start(handler, (topic, bytes) -> new String(bytes, StandardCharsets.UTF_8), b -> b);
  }

  KeyOrderedConsumer<String> start(
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
  void give(String... records) {
    broker.schedulePollTask(
        () -> {
          for (int offset = 0; offset < records.length; offset++) {
            String key = records[offset].split("=")[0];
            broker.addRecord(RawRecords.of(P0, offset, key, records[offset]));
          }
        });
  }

  void note(ConsumerRecord<String, String> record) {
    handled.add(record.value());
  }

  Optional<Long> committed() {
    return Optional.ofNullable(broker.committed(Set.of(P0)).get(P0)).map(OffsetAndMetadata::offset);
  }

  double count(String outcome) {
    var counter = meters.find("workflow.records").tags("topic", "t", "outcome", outcome).counter();
    return counter == null ? 0 : counter.count();
  }
}
