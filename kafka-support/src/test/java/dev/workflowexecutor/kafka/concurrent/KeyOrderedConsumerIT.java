package dev.workflowexecutor.kafka.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.kafka.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyOrderedConsumerIT {

  private static final int PARTITIONS = 6;
  private static final int KEYS = 40;
  private static final int RECORDS = 3_000;

  private final CountDownLatch never = new CountDownLatch(1);

  /** Every value in the order in which it was handled, by key. */
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

  private void work(int mostMillis) throws InterruptedException {
    never.await(ThreadLocalRandom.current().nextInt(mostMillis), TimeUnit.MILLISECONDS);
  }

  private void slowly(ConsumerRecord<String, String> record) throws InterruptedException {
    work(4);
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

  @Test
  void showsItsClientsMetersWhileItRuns() {
    MeterRegistry meters = new SimpleMeterRegistry();
    var consumer =
        new KeyOrderedConsumerBuilder<>(
                TestBroker.config("group.id", "metered-group"),
                new StringDeserializer(),
                this::slowly,
                (original, reason, cause) -> {})
            .topics("metered")
            .meters(meters)
            .build();
    consumer.start();

    assertThat(meters.find("workflow.records.in.flight").gauge()).isNotNull();
    assertThat(meters.find("kafka.consumer.fetch.manager.records.lag.max").gauge()).isNotNull();

    consumer.close();

    assertThat(meters.getMeters()).isEmpty();
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
                  work(20);
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
  void readsOnlyWhatIsCommitted() {
    String topic = "transactions";
    TestBroker.createTopics(1, topic);
    try (var producer =
        new KafkaProducer<>(
            TestBroker.config("transactional.id", "tx-" + topic),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
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
}
