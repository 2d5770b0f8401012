package dev.workflowexecutor.decision.config;

import dev.workflowexecutor.decision.topology.DecisionTopology;
import dev.workflowexecutor.kafka.streams.SkipToDeadLetters;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings of Kafka Streams for the deciding. */
final class StreamsSettings {

  // After a crash the partitions are taken over that much later.
  private static final int SESSION_TIMEOUT_MS = 10_000;
  private static final int SHORTEST_TRANSACTION_MS = 10_000;

  private StreamsSettings() {}

  /**
   * The settings.
   *
   * @param kafka what is configured for Kafka; wins over all but what exactly-once depends on
   */
  static Properties of(Map<String, Object> kafka, DecisionProperties decision, String stateDir) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, decision.threads());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, decision.commitInterval().toMillis());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, transactionTimeout(decision));
    settings.putAll(kafka);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, DecisionTopology.SERVICE);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SkipToDeadLetters.class);
    settings.put(SkipToDeadLetters.SERVICE, DecisionTopology.SERVICE);
    return settings;
  }

  // A turn that waits for its definition must not lose the transaction that it is in.
  private static int transactionTimeout(DecisionProperties decision) {
    return Math.clamp(
        decision.definitionsWait().toMillis() * 3, SHORTEST_TRANSACTION_MS, Integer.MAX_VALUE);
  }
}
