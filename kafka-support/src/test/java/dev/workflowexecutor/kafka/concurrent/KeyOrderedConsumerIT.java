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
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyOrderedConsumerIT {

  private static final int PARTITIONS = 6;
  private static final int KEYS = 40;
  private static final int RECORDS = 3_000;

  /** Every value in the order in which it was handled, by key; and overlaps within a process. */
  private final Map<String, List<Integer>> handled = new ConcurrentHashMap<>();

  private KeyOrderedConsumer<String> consumer(
      String topic, RecordHandler<String> handler, Map<String, Object> more) {
    Map<String, Object> config = TestBroker.config("group.id", topic + "-group");
    config.putAll(more);
    var consumer =
        new KeyOrderedConsumerBuilder<>(
                config,
                new StringDeserializer(),
                handler,
                (original, reason, cause) -> {
                  throw new AssertionError("no dead letters expected", cause);
                })
            .topics(topic)
            .maxInFlight(16)
            .build();
    consumer.start();
    return consumer;
  }

  private void slowly(ConsumerRecord<String, String> record) throws InterruptedException {
    Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(4)));
    handled
        .computeIfAbsent(record.key(), k -> Collections.synchronizedList(new ArrayList<>()))
        .add(Integer.valueOf(record.value()));
  }

  private static void produce(String topic, int from, int to) {
    try (var producer = TestBroker.producer()) {
      for (int i = from; i < to; i++) {
        producer.send(
            new ProducerRecord<>(topic, bytes("key-" + i % KEYS), bytes(Integer.toString(i))));
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private int distinct() {
    return handled.values().stream().mapToInt(each -> Set.copyOf(copy(each)).size()).sum();
  }

  private static List<Integer> copy(List<Integer> values) {
    synchronized (values) {
      return List.copyOf(values);
    }
  }

  /** The first time that each value of a key was handled must be in the order of the key. */
  private void assertKeysInOrder() {
    handled.forEach(
        (key, values) ->
            assertThat(copy(values).stream().distinct().toList())
                .as("first handling of the values of %s", key)
                .isSorted());
  }

  private static long committed(String topic) {
    try (Admin admin = Admin.create(TestBroker.config())) {
      return admin
          .listConsumerGroupOffsets(topic + "-group")
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(offset -> offset == null ? 0 : offset.offset())
          .sum();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"classic,range", "classic,cooperative-sticky", "consumer,"})
  void losesNothingAndKeepsKeysInOrderWhileMembersComeAndGo(String protocol, String assignor) {
    String topic = "members-" + protocol + "-" + assignor;
    TestBroker.createTopics(PARTITIONS, topic);
    Map<String, Object> config =
        protocol.equals("classic")
            ? Map.of("partition.assignment.strategy", assignorClass(assignor))
            : Map.of("group.protocol", "consumer");
    produce(topic, 0, RECORDS / 2);

    var first = consumer(topic, this::slowly, config);
    await().until(() -> distinct() > 200);
    var second = consumer(topic, this::slowly, config);
    produce(topic, RECORDS / 2, RECORDS);
    await().until(() -> distinct() > 1_000);
    first.close(Duration.ofSeconds(20));
    await().until(() -> distinct() > 1_500);
    try (var third = consumer(topic, this::slowly, config)) {
      await().atMost(Duration.ofMinutes(2)).until(() -> distinct() == RECORDS);
      assertThat(third.isHealthy()).isTrue();
      await().atMost(Duration.ofMinutes(1)).until(() -> committed(topic) == RECORDS);
    } finally {
      second.close();
    }

    assertKeysInOrder();
    int total = handled.values().stream().mapToInt(List::size).sum();
    assertThat(total)
        .as("handlings: rebalances that wait for what runs repeat nothing")
        .isEqualTo(RECORDS);
  }

  private static String assignorClass(String name) {
    return name.equals("range")
        ? "org.apache.kafka.clients.consumer.RangeAssignor"
        : "org.apache.kafka.clients.consumer.CooperativeStickyAssignor";
  }

  @Test
  void losesNothingWhenAConsumerIsTornAwayAgainAndAgain() {
    String topic = "torn";
    TestBroker.createTopics(PARTITIONS, topic);
    produce(topic, 0, RECORDS);

    for (int before = 0; before < RECORDS; before = distinct()) {
      var torn = consumer(topic, this::slowly, Map.of());
      int goal = Math.min(RECORDS, before + 600);
      await().atMost(Duration.ofMinutes(1)).until(() -> distinct() >= goal);
      torn.close(Duration.ZERO);
    }

    assertKeysInOrder();
  }

  @Test
  void committedIsNeverAheadOfWhatWasHandled() throws Exception {
    String topic = "behind";
    TestBroker.createTopics(1, topic);
    produce(topic, 0, 400);
    var ahead = new ConcurrentLinkedQueue<Long>();
    var done = ConcurrentHashMap.<Long>newKeySet();

    try (var running =
            consumer(
                topic,
                record -> {
                  Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(20)));
                  done.add(record.offset());
                },
                Map.of());
        var admin = Admin.create(TestBroker.config())) {
      await()
          .pollInterval(Duration.ofMillis(5))
          .until(
              () -> {
                long committed = committed(topic);
                for (long offset = 0; offset < committed; offset++) {
                  if (!done.contains(offset)) {
                    ahead.add(offset);
                  }
                }
                return committed == 400;
              });
      assertThat(running.isAssigned()).isTrue();
    }
    assertThat(ahead).isEmpty();
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
      var restarts = new AtomicInteger();
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
                          .mapToDouble(c -> c.count())
                          .sum()
                      > 3);
      assertThat(seen).isEmpty();
      registry.restart();
      restarts.incrementAndGet();

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

  @Test
  void readsOnlyWhatIsCommitted() {
    String topic = "transactions";
    TestBroker.createTopics(1, topic);
    try (var producer =
        new KafkaProducer<>(
            TestBroker.config("transactional.id", "tx-" + topic),
            new org.apache.kafka.common.serialization.ByteArraySerializer(),
            new org.apache.kafka.common.serialization.ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, bytes("key"), bytes("1")));
      producer.flush();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, bytes("key"), bytes("2")));
      producer.commitTransaction();
    }

    try (var running = consumer(topic, this::slowly, Map.of())) {
      await().until(() -> handled.containsKey("key"));
      await().until(() -> running.inFlight() == 0);
    }

    assertThat(handled.get("key")).containsExactly(2);
  }

  @Test
  void meansConsumersOfTheSameGroupShareTheWork() {
    String topic = "shared";
    TestBroker.createTopics(PARTITIONS, topic);
    try (var one = consumer(topic, this::slowly, Map.of());
        var two = consumer(topic, this::slowly, Map.of());
        var probe =
            new KafkaConsumer<>(
                TestBroker.config("group.id", "other"),
                new StringDeserializer(),
                new StringDeserializer())) {
      await().until(() -> one.isAssigned() && two.isAssigned());
      produce(topic, 0, 500);

      await().until(() -> distinct() == 500);
      assertThat(probe.partitionsFor(topic)).hasSize(PARTITIONS);
    }
    assertKeysInOrder();
  }
}
