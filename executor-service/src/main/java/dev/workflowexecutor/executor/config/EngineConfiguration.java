package dev.workflowexecutor.executor.config;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.executor.topology.ExecutionSerdes;
import dev.workflowexecutor.executor.topology.ExecutionTopology;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.streams.RefusedToDeadLetters;
import dev.workflowexecutor.kafka.streams.SkipToDeadLetters;
import dev.workflowexecutor.kafka.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine, unless it is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("workflow.executor.engine.enabled")
class EngineConfiguration {

  static final List<Topic> READS = List.of(Topic.DECISIONS_VALIDATED, Topic.TOOLS_REPLIES);
  static final List<Topic> WRITES = List.of(Topic.TOOLS_CALLS, Topic.EXECUTIONS_RESULTS);

  @Bean
  Engine engine(
      KafkaProperties kafka,
      @Value("${workflow.state-dir}") String stateDir,
      ExecutorProperties executor,
      Definitions definitions,
      ExecutorMetrics metrics,
      MeterRegistry meters) {
    Map<String, Object> config = streamsConfig(kafka, stateDir);
    Properties properties = new Properties();
    properties.putAll(config);
    return new Engine(
        ExecutionTopology.build(
            serdes(config), definitions, executor.engine().retention(), metrics),
        properties,
        meters);
  }

  private static Map<String, Object> streamsConfig(KafkaProperties kafka, String stateDir) {
    Map<String, Object> config = new HashMap<>();
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 25);
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    config.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
    // After a crash the partitions stay with the dead instance for as long as its session.
    config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    config.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
    config.putAll(kafka.buildStreamsProperties());
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, ExecutorConfiguration.SERVICE);
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, SkipToDeadLetters.class);
    config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, RefusedToDeadLetters.class);
    return config;
  }

  private static ExecutionSerdes serdes(Map<String, Object> config) {
    return new ExecutionSerdes(
        ConfiguredSerdes.serde(ValidatedDecision.class, config),
        ConfiguredSerdes.serde(ToolReply.class, config),
        ConfiguredSerdes.serde(ToolCall.class, config),
        ConfiguredSerdes.serde(ExecutionResult.class, config));
  }
}
