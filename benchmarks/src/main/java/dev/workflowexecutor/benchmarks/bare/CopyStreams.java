package dev.workflowexecutor.benchmarks.bare;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** Copies topics to topics in one Kafka Streams application, byte for byte. */
final class CopyStreams {

  private CopyStreams() {}

  /** The topology that copies each key of the map, a topic, to its value. */
  static Topology build(Map<String, String> copies) {
    StreamsBuilder builder = new StreamsBuilder();
    copies.forEach(
        (from, to) ->
            builder.stream(from, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .to(to, Produced.with(Serdes.ByteArray(), Serdes.ByteArray())));
    return builder.build();
  }

  static KafkaStreams start(
      String applicationId, Map<String, String> copies, Map<String, Object> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    KafkaStreams streams = new KafkaStreams(build(copies), properties);
    streams.start();
    return streams;
  }
}
