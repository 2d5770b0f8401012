package dev.workflowexecutor.benchmarks.bare;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The Kafka Streams settings that the bare pipeline shares with the platform's services.
 *
 * @param commitMillis commit interval in milliseconds
 * @param threads stream threads per application
 */
public record StreamSettings(int commitMillis, int threads) {

  Map<String, Object> of(String bootstrapServers, Path state) {
    return Map.of(
        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
        StreamsConfig.EXACTLY_ONCE_V2,
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        commitMillis,
        StreamsConfig.NUM_STREAM_THREADS_CONFIG,
        threads,
        StreamsConfig.STATE_DIR_CONFIG,
        state.toString(),
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
        "earliest");
  }
}
