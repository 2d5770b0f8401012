package dev.workflowexecutor.kafka.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.TestBroker;
import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.registry.FakeRegistryServer;
import dev.workflowexecutor.kafka.serde.AvroSerde;
import dev.workflowexecutor.kafka.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkipToDeadLettersIT {

  private static final byte[] KEY = {'k'};

  @TempDir Path state;

  private final FakeRegistryServer registry = new FakeRegistryServer();

  @AfterEach
  void closeRegistry() {
    registry.close();
  }

  private Map<String, Object> serdes() {
    return Map.of(
        "schema.registry.url",
        registry.url(),
        "schema.registry.retry.timeout.ms",
        "300",
        "schema.registry.retry.backoff.ms",
        "20");
  }

  private KafkaStreams copying(String topic) {
    var builder = new StreamsBuilder();
    builder.stream(
            topic, Consumed.with(Serdes.String(), new AvroSerde<>(RawProblem.class, serdes())))
        .mapValues(RawProblem::getProblemId)
        .to(topic + ".out", Produced.with(Serdes.String(), Serdes.String()));
    var config = new Properties();
    config.putAll(TestBroker.config());
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, topic);
    config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 25);
    // How soon the group forgets a thread that was replaced.
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
    config.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SkipToDeadLetters.class);
    var streams = new KafkaStreams(builder.build(), config);
    streams.setUncaughtExceptionHandler(new ReplaceThread());
    return streams;
  }

  private void produce(String topic, String... values) {
    var serializer = new AvroSerializer<RawProblem>(serdes());
    try (var producer = TestBroker.producer()) {
      for (String value : values) {
        byte[] bytes =
            value.startsWith("poison")
                ? value.getBytes(StandardCharsets.UTF_8)
                : serializer.serialize(topic, Samples.problem(value));
        producer.send(new ProducerRecord<>(topic, KEY, bytes));
      }
    }
  }

  private static List<String> out(String topic) {
    return TestBroker.readAll(topic + ".out").stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void sendsPoisonToTheDeadLettersAndGoesOn() {
    String topic = "streamed";
    TestBroker.createTopics(1, topic, topic + ".out", topic + ".dlq");
    produce(topic, "p1", "poison1", "p2", "poison2", "p3");

    try (KafkaStreams streams = copying(topic)) {
      streams.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> out(topic).size() == 3);
    }

    assertThat(out(topic)).containsExactly("p1", "p2", "p3");
    assertThat(TestBroker.readAll(topic + ".dlq"))
        .hasSize(2)
        .allSatisfy(
            letter -> {
              var told = new HashMap<String, String>();
              letter
                  .headers()
                  .forEach(h -> told.put(h.key(), TestBroker.header(letter.headers(), h.key())));
              assertThat(told)
                  .containsEntry(DeadLetter.REASON, "NOT_WIRE_FORMAT")
                  .containsEntry(DeadLetter.TOPIC, topic)
                  .containsEntry(DeadLetter.SERVICE, topic)
                  .containsKeys(DeadLetter.OFFSET, DeadLetter.EXCEPTION);
              assertThat(letter.key()).isEqualTo(KEY);
              assertThat(new String(letter.value(), StandardCharsets.UTF_8)).startsWith("poison");
            });
  }

  @Test
  void putsARecordAsideThatFillsTheProducersLimit() {
    String topic = "full";
    TestBroker.createTopics(1, topic, topic + ".out", topic + ".dlq");
    produce(topic, "p1", "poison" + "x".repeat(1_048_400), "p2");

    try (KafkaStreams streams = copying(topic)) {
      streams.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> out(topic).size() == 2);
    }

    assertThat(out(topic)).containsExactly("p1", "p2");
    assertThat(TestBroker.readAll(topic + ".dlq"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isNull();
              assertThat(TestBroker.header(letter.headers(), DeadLetter.OMITTED))
                  .contains("1048406 bytes");
            });
  }

  @Test
  void waitsForARegistryThatIsAwayAndThenLosesNothing() {
    String topic = "waiting";
    TestBroker.createTopics(1, topic, topic + ".out", topic + ".dlq");
    produce(topic, "p1", "p2");
    registry.stop();

    try (KafkaStreams streams = copying(topic)) {
      streams.start();
      // Longer than the retries of one thread: it is replaced at least once meanwhile.
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofMinutes(1))
          .until(() -> out(topic).isEmpty());
      registry.restart();
      produce(topic, "p3");

      await().atMost(Duration.ofMinutes(1)).until(() -> out(topic).size() == 3);
    }

    assertThat(out(topic)).containsExactly("p1", "p2", "p3");
    assertThat(TestBroker.readAll(topic + ".dlq")).isEmpty();
  }
}
