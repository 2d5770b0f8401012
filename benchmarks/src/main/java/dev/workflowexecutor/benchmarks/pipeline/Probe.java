package dev.workflowexecutor.benchmarks.pipeline;

import dev.workflowexecutor.benchmarks.load.Arrivals;
import dev.workflowexecutor.benchmarks.platform.Address;
import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.OutcomeStatus;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One problem before the load: figures of a platform that only says no would be worth nothing. */
final class Probe {

  private static final int PATIENCE_SECONDS = 60;

  private Probe() {}

  static void expectResolved(Address platform, Scenario scenario) throws InterruptedException {
    String key = "probe-" + scenario.hops() + "-" + System.currentTimeMillis();
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    try (Arrivals _ =
        new Arrivals(
            platform.kafka(),
            List.of(Topic.EXECUTIONS_RESULTS.topicName()),
            (arrival, _) -> {
              if (arrival.key().equals(key)) {
                answer.complete(arrival.value());
              }
            })) {
      send(platform, scenario, key);
      ExecutionResult result = decoded(platform, answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      if (result.getStatus() != OutcomeStatus.RESOLVED) {
        throw new IllegalStateException(
            "expected a resolved problem before measuring, found %s: %s"
                .formatted(result.getStatus(), result.getMessage()));
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no outcome within " + PATIENCE_SECONDS + " s", e);
    }
  }

  private static void send(Address platform, Scenario scenario, String key) {
    try (var serializer = platform.<ExtractedIntent>serializer();
        var producer =
            new KafkaProducer<>(
                platform.producerSettings(), new StringSerializer(), new ByteArraySerializer())) {
      byte[] value = new IntentPayload(scenario, serializer).of(key);
      producer.send(new ProducerRecord<>(Topic.INTENTS_EXTRACTED.topicName(), key, value));
    }
  }

  private static ExecutionResult decoded(Address platform, byte[] value) {
    try (var deserializer = platform.<ExecutionResult>deserializer()) {
      return Objects.requireNonNull(
          deserializer.deserialize(Topic.EXECUTIONS_RESULTS.topicName(), value));
    }
  }
}
