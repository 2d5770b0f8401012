package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.kafka.concurrent.KeyOrderedConsumer;
import dev.workflowexecutor.kafka.concurrent.KeyOrderedConsumerBuilder;
import dev.workflowexecutor.kafka.deadletter.DeadLetters;
import dev.workflowexecutor.kafka.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Keeps the definitions that followers reject as dead letters.
 *
 * <p>Every service follows the definitions by itself and from their beginning, so none of them may
 * write letters for what it rejects. This reads the topic once more, in a consumer group over all
 * instances that have one, and asks its instance's follower about each record: so every rejected
 * record gets one letter, and no second one after a restart. Thread-safe.
 */
public final class DefinitionsDeadLetters implements AutoCloseable {

  /** The consumer group over all instances. */
  public static final String GROUP = "decision-service-definitions";

  private static final Duration TIME_TO_FOLLOW = Duration.ofSeconds(5);
  private static final int IN_FLIGHT = 16;

  private final DefinitionsFollower follower;
  private final KeyOrderedConsumer<byte[]> consumer;

  /**
   * Not yet started.
   *
   * @param clientConfig configuration of a Kafka consumer; its group is ignored
   * @param follower of the same topic, started by its owner
   */
  public DefinitionsDeadLetters(
      Map<String, Object> clientConfig,
      DefinitionsFollower follower,
      DeadLetters letters,
      MeterRegistry meters) {
    this.follower = follower;
    var config = new HashMap<>(clientConfig);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    this.consumer =
        new KeyOrderedConsumerBuilder<>(config, new ByteArrayDeserializer(), this::take, letters)
            .topics(Topic.WORKFLOWS_DEFINITIONS)
            .maxInFlight(IN_FLIGHT)
            .meters(meters)
            .build();
  }

  /** Begins to read where the group has read to. */
  public void start() {
    consumer.start();
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (!follower.awaitRead(record.offset(), TIME_TO_FOLLOW)) {
      throw new TimeoutException("The definitions aren't followed to " + record.offset() + " yet");
    }
    Optional<RejectedDefinition> rejected = follower.rejectedAt(record.offset());
    if (rejected.isPresent()) {
      throw new RejectedDefinitionException(rejected.get());
    }
  }

  /** Ends reading; what isn't done is read again by the next of the group. */
  @Override
  public void close() {
    consumer.close();
  }
}
