package dev.workflowexecutor.decision.config;

import dev.workflowexecutor.decision.topology.DecisionTopology;
import dev.workflowexecutor.kafka.streams.SkipToDeadLetters;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings of Kafka Streams for the deciding. */
final class StreamsSettings {

  // Longer than a turn may wait for its definition, or the transaction around it would be lost.
  private static final int TRANSACTION_TIMEOUT_MS = 60_000;

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
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_TIMEOUT_MS);
    settings.putAll(kafka);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, DecisionTopology.SERVICE);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SkipToDeadLetters.class);
    settings.put(SkipToDeadLetters.SERVICE, DecisionTopology.SERVICE);
    return settings;
  }
}
