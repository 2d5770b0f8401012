package dev.workflowexecutor.executor.config;

import dev.workflowexecutor.executor.definitions.Definitions;
import dev.workflowexecutor.executor.kafka.FollowedDefinitions;
import dev.workflowexecutor.kafka.boot.ContractStart;
import dev.workflowexecutor.kafka.definitions.DefinitionsFollower;
import dev.workflowexecutor.kafka.gate.ContractGate;
import dev.workflowexecutor.kafka.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that engine and worker share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  ExecutorProperties.class,
  TopicProperties.class,
  ToolProperties.class
})
@Import({EngineConfiguration.class, WorkerConfiguration.class})
public class ExecutorConfiguration {

  static final String SERVICE = "executor-service";

  /** Topics and definitions come first and go last. */
  static final int PREPARATION = -200;

  /** Engine and worker run inside of that, and outside of the web server. */
  static final int WORK = -100;

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  ExecutorMetrics executorMetrics(MeterRegistry meters) {
    return new ExecutorMetrics(meters);
  }

  @Bean
  ContractStart contractStart(KafkaProperties kafka, ExecutorProperties executor) {
    Set<Topic> reads = EnumSet.of(Topic.WORKFLOWS_DEFINITIONS);
    Set<Topic> writes = EnumSet.noneOf(Topic.class);
    if (executor.engine().enabled()) {
      reads.addAll(EngineConfiguration.READS);
      writes.addAll(EngineConfiguration.WRITES);
    }
    if (executor.worker().enabled()) {
      reads.add(WorkerConfiguration.READS);
      writes.add(WorkerConfiguration.WRITES);
    }
    return new ContractStart(
        new ContractGate(SERVICE, kafka.buildProducerProperties(), reads, writes));
  }

  @Bean(destroyMethod = "")
  DefinitionsFollower definitionsFollower(KafkaProperties kafka) {
    return new DefinitionsFollower(kafka.buildConsumerProperties());
  }

  @Bean
  Definitions definitions(DefinitionsFollower follower, ExecutorProperties executor) {
    return new FollowedDefinitions(follower, executor.engine().definitionWait());
  }

  @Bean
  FollowedTopics followedTopics(
      KafkaProperties kafka,
      TopicProperties topics,
      DefinitionsFollower follower,
      ExecutorProperties executor) {
    return new FollowedTopics(
        kafka.buildAdminProperties(), topics, follower, executor.definitionsTimeout());
  }

  /** Named for its place in the health endpoint. */
  @Bean("executor")
  ExecutorReadiness readiness(List<Part> parts) {
    return new ExecutorReadiness(parts);
  }
}
