package dev.workflowexecutor.kafka.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.TestBroker;
import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.deadletter.DeadLetterPublisher;
import dev.workflowexecutor.kafka.registry.FakeRegistryServer;
import dev.workflowexecutor.kafka.serde.AvroDeserializer;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PoisonedTopicIT {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void sendsUnreadableRecordsToTheDeadLettersAndWaitsForARegistryThatIsAway() {
    String topic = "poisoned";
    TestBroker.createTopics(1, topic, topic + ".dlq");
    var seen = new CopyOnWriteArrayList<String>();
    var meters = new SimpleMeterRegistry();
    try (var registry = new FakeRegistryServer();
        var letters = DeadLetterPublisher.connect(TestBroker.config(), "tester", meters)) {
      Map<String, Object> serdes =
          Map.of(
              "schema.registry.url",
              registry.url(),
              "schema.registry.retry.timeout.ms",
              "200",
              "schema.registry.retry.backoff.ms",
              "10");
      produceMixed(topic, serdes);
      registry.stop();
      var consumer =
          new KeyOrderedConsumerBuilder<RawProblem>(
                  TestBroker.config("group.id", "poisoned-group"),
                  new AvroDeserializer<>(RawProblem.class, serdes),
                  record -> seen.add(record.value().getProblemId()),
                  letters)
              .topics(topic)
              .meters(meters)
              .build();
      consumer.start();
      await()
          .until(
              () ->
                  meters.find("workflow.records").tags("outcome", "retried").counters().stream()
                          .mapToDouble(Counter::count)
                          .sum()
                      > 3);
      assertThat(seen).isEmpty();
      registry.restart();

      await().until(() -> seen.size() == 20);
      await().until(() -> TestBroker.readAll(topic + ".dlq").size() == 10);
      consumer.close();
    }

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 20).mapToObj(i -> "p" + i).toList());
    assertThat(
            TestBroker.readAll(topic + ".dlq").stream()
                .map(letter -> TestBroker.header(letter.headers(), DeadLetter.REASON))
                .collect(Collectors.toSet()))
        .containsExactly("NOT_WIRE_FORMAT");
    assertThat(TestBroker.readAll(topic + ".dlq"))
        .allSatisfy(
            letter -> {
              assertThat(letter.value()).isEqualTo(bytes("poison"));
              assertThat(TestBroker.header(letter.headers(), DeadLetter.SERVICE))
                  .isEqualTo("tester");
            });
  }

  private static void produceMixed(String topic, Map<String, Object> serdes) {
    var serializer = new AvroSerializer<RawProblem>(serdes);
    try (KafkaProducer<byte[], byte[]> producer = TestBroker.producer()) {
      for (int i = 0; i < 20; i++) {
        byte[] value = serializer.serialize(topic, Samples.problem("p" + i));
        producer.send(new ProducerRecord<>(topic, bytes("k" + i % 3), value));
        if (i % 2 == 0) {
          producer.send(new ProducerRecord<>(topic, bytes("k" + i % 3), bytes("poison")));
        }
      }
    }
  }
}
