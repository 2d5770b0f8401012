package dev.workflowexecutor.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.kafka.Samples;
import dev.workflowexecutor.kafka.registry.FakeRegistryServer;
import dev.workflowexecutor.kafka.registry.RegistryUnavailableException;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryOutageTest {

  private static final String TOPIC = Topic.PROBLEMS_RAW.topicName();

  private final FakeRegistryServer registry = new FakeRegistryServer();

  @AfterEach
  void closeRegistry() {
    registry.close();
  }

  private AvroSerde<RawProblem> serde(String retryTimeout) {
    return new AvroSerde<>(
        RawProblem.class,
        Map.of(
            "schema.registry.url",
            registry.url(),
            "schema.registry.retry.timeout.ms",
            retryTimeout,
            "schema.registry.retry.backoff.ms",
            "5"));
  }

  @Test
  void deserializerWaitsUntilTheRegistryIsBack() throws Exception {
    byte[] record = serde("60000").serializer().serialize(TOPIC, Samples.problem("p"));
    registry.stop();
    AvroSerde<RawProblem> waiting = serde("60000");

    CompletableFuture<RawProblem> read =
        CompletableFuture.supplyAsync(() -> waiting.deserializer().deserialize(TOPIC, record));
    await().during(java.time.Duration.ofMillis(200)).until(() -> !read.isDone());
    registry.restart();

    assertThat(read.get()).isEqualTo(Samples.problem("p"));
  }

  @Test
  void serializerWaitsUntilTheRegistryIsBack() throws Exception {
    registry.stop();
    AvroSerde<RawProblem> waiting = serde("60000");

    CompletableFuture<byte[]> written =
        CompletableFuture.supplyAsync(
            () -> waiting.serializer().serialize(TOPIC, Samples.problem("p")));
    await().during(java.time.Duration.ofMillis(200)).until(() -> !written.isDone());
    registry.restart();

    assertThat(written.get()).isNotEmpty();
  }

  @Test
  void schemasThatAreKnownNeedNoRegistry() {
    AvroSerde<RawProblem> serde = serde("50");
    serde
        .deserializer()
        .deserialize(TOPIC, serde.serializer().serialize(TOPIC, Samples.problem("p")));
    registry.stop();

    byte[] record = serde.serializer().serialize(TOPIC, Samples.problem("q"));

    assertThat(serde.deserializer().deserialize(TOPIC, record)).isEqualTo(Samples.problem("q"));
  }

  @Test
  void anOutageIsNeverTakenForAnUnreadableRecord() {
    byte[] record = serde("50").serializer().serialize(TOPIC, Samples.problem("p"));
    registry.stop();

    assertThatThrownBy(() -> serde("50").deserializer().deserialize(TOPIC, record))
        .isInstanceOf(RegistryUnavailableException.class)
        .isInstanceOf(RetriableException.class)
        .isNotInstanceOf(SerializationException.class);
  }

  @Test
  void anOutageIsForgottenOnceItIsOver() {
    AvroSerde<RawProblem> serde = serde("50");
    byte[] record = serde("50").serializer().serialize(TOPIC, Samples.problem("p"));
    registry.stop();
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, record))
        .isInstanceOf(RegistryUnavailableException.class);

    registry.restart();

    assertThat(serde.deserializer().deserialize(TOPIC, record)).isEqualTo(Samples.problem("p"));
  }
}
