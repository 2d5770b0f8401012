package dev.workflowexecutor.benchmarks.bare;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The Kafka Streams settings that the bare pipeline shares with the platform's services.
 *
 * @param commitMillis commit interval in milliseconds
 * @param threads stream threads per application
 * @param lingerMillis how long a producer waits for more before it sends, in milliseconds
 */
public record StreamSettings(int commitMillis, int threads, int lingerMillis) {

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
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
        lingerMillis,
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
        "earliest");
  }
}
