package dev.workflowexecutor.kafka;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker in this JVM, started once and shared by the tests, each with its own topics. */
public final class TestBroker {

  private static final EmbeddedKafkaKraftBroker BROKER = start();

  private TestBroker() {}

  private static EmbeddedKafkaKraftBroker start() {
    var broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.replication.factor", "1"));
    broker.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
    return broker;
  }

  public static Map<String, Object> config(Object... more) {
    var config = new HashMap<String, Object>();
    config.put("bootstrap.servers", BROKER.getBrokersAsString());
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i].toString(), more[i + 1]);
    }
    return config;
  }

  public static void createTopics(int partitions, String... names) {
    for (String name : names) {
      BROKER.addTopics(new NewTopic(name, partitions, (short) 1));
      awaitWritable(name, partitions);
    }
  }

  /** As TopicCreation does: a producer that is faster than the leader would be out of sequence. */
  private static void awaitWritable(String name, int partitions) {
    var ends = new HashMap<TopicPartition, OffsetSpec>();
    for (int partition = 0; partition < partitions; partition++) {
      ends.put(new TopicPartition(name, partition), OffsetSpec.latest());
    }
    try (Admin admin = Admin.create(config())) {
      await().ignoreExceptions().until(() -> admin.listOffsets(ends).all().get() != null);
    }
  }

  public static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(config(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Everything committed on the topic until now. */
  public static List<ConsumerRecord<byte[], byte[]>> readAll(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            config("isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream().map(TestBroker::partition).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
      }
      return records;
    }
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  public static String header(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
