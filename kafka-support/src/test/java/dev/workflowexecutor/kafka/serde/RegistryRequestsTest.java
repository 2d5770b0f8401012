package dev.workflowexecutor.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.registry.FakeRegistryServer;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The registry is asked about schemas, never about records. */
class RegistryRequestsTest {

  private static final int RECORDS = 10_000;

  private final FakeRegistryServer registry = new FakeRegistryServer();

  @AfterEach
  void closeRegistry() {
    registry.close();
  }

  private AvroSerde<SpecificRecord> serde(String autoRegister) {
    var serde = new AvroSerde<SpecificRecord>();
    serde.configure(
        Map.of("schema.registry.url", registry.url(), "auto.register.schemas", autoRegister),
        false);
    return serde;
  }

  @Test
  void readingAndWritingManyRecordsAsksOnceForEachSchema() {
    for (Topic topic : Topic.values()) {
      serde("true").serializer().serialize(topic.topicName(), Samples.of(topic));
    }
    int before = registry.requests().size();
    AvroSerde<SpecificRecord> serde = serde("false");

    for (int i = 0; i < RECORDS; i++) {
      Topic topic = Topic.values()[i % Topic.values().length];
      byte[] bytes = serde.serializer().serialize(topic.topicName(), Samples.of(topic));
      serde.deserializer().deserialize(topic.topicName(), bytes);
    }

    List<String> asked = registry.requests().subList(before, registry.requests().size());
    assertThat(asked).hasSize(2 * Topic.values().length).doesNotHaveDuplicates();
    assertThat(asked)
        .filteredOn(it -> it.startsWith("GET /schemas/ids/"))
        .hasSize(Topic.values().length);
    assertThat(asked)
        .filteredOn(it -> it.startsWith("POST /subjects/"))
        .hasSize(Topic.values().length);
  }

  @Test
  void readingInManyThreadsAtOnceAsksOnce() {
    String topic = Topic.PROBLEMS_RAW.topicName();
    byte[] bytes = serde("true").serializer().serialize(topic, Samples.problem("p"));
    AvroSerde<SpecificRecord> serde = serde("false");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 200)
          .forEach(i -> threads.submit(() -> serde.deserializer().deserialize(topic, bytes)));
    }

    assertThat(registry.requests()).filteredOn(it -> it.startsWith("GET /schemas/ids/")).hasSize(1);
  }
}
