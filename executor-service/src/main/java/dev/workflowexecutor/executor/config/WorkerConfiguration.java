package dev.workflowexecutor.executor.config;

import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.executor.kafka.ReplyPublisher;
import dev.workflowexecutor.executor.kafka.ToolCallHandler;
import dev.workflowexecutor.executor.tool.CallTool;
import dev.workflowexecutor.kafka.concurrent.KeyOrderedConsumer;
import dev.workflowexecutor.kafka.concurrent.KeyOrderedConsumerBuilder;
import dev.workflowexecutor.kafka.deadletter.DeadLetterPublisher;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.kafka.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tool worker, unless it is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("workflow.executor.worker.enabled")
class WorkerConfiguration {

  static final Topic READS = Topic.TOOLS_CALLS;
  static final Topic WRITES = Topic.TOOLS_REPLIES;

  private static final String GROUP_ID = "executor-tools";

  @Bean(destroyMethod = "")
  CallTool callTool(ToolProperties tools, Clock clock) {
    return new CallTool(tools.toBindings(), tools.toLimits(), clock);
  }

  @Bean(destroyMethod = "")
  KafkaProducer<String, ToolReply> replyProducer(KafkaProperties kafka) {
    Map<String, Object> config = kafka.buildProducerProperties();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return new KafkaProducer<>(config, new StringSerializer(), ConfiguredSerdes.serializer(config));
  }

  @Bean(destroyMethod = "")
  DeadLetterPublisher deadLetters(KafkaProperties kafka, MeterRegistry meters) {
    return DeadLetterPublisher.connect(kafka.buildProducerProperties(), GROUP_ID, meters);
  }

  @Bean
  ToolCallHandler toolCallHandler(
      Definitions definitions,
      CallTool callTool,
      KafkaProducer<String, ToolReply> replies,
      ExecutorMetrics metrics,
      Clock clock) {
    return new ToolCallHandler(definitions, callTool, new ReplyPublisher(replies), metrics, clock);
  }

  @Bean
  Worker worker(
      KafkaProperties kafka,
      ExecutorProperties executor,
      ToolCallHandler handler,
      DeadLetterPublisher deadLetters,
      CallTool callTool,
      KafkaProducer<String, ToolReply> replies,
      MeterRegistry meters) {
    Map<String, Object> config = kafka.buildConsumerProperties();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP_ID);
    KeyOrderedConsumer<ToolCall> consumer =
        new KeyOrderedConsumerBuilder<>(
                config, ConfiguredSerdes.deserializer(ToolCall.class, config), handler, deadLetters)
            .topics(READS)
            .maxInFlight(executor.worker().maxInFlight())
            .meters(meters)
            .build();
    return new Worker(
        consumer, executor.worker().closeTimeout(), List.of(callTool, replies, deadLetters));
  }
}
