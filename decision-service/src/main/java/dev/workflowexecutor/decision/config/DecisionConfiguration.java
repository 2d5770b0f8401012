package dev.workflowexecutor.decision.config;

import dev.workflowexecutor.decision.topology.DecisionTopology;
import dev.workflowexecutor.kafka.ServiceReadiness;
import dev.workflowexecutor.kafka.boot.ContractStart;
import dev.workflowexecutor.kafka.definitions.DefinitionsFollower;
import dev.workflowexecutor.kafka.gate.ContractGate;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The parts of the service and how they are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DecisionProperties.class, TopicProperties.class})
class DecisionConfiguration {

  private static final List<Topic> TOPICS =
      List.of(Topic.INTENTS_EXTRACTED, Topic.DECISIONS_VALIDATED, Topic.WORKFLOWS_DEFINITIONS);

  @Bean
  ContractStart contractStart(KafkaProperties kafka) {
    return new ContractStart(
        new ContractGate(
            DecisionTopology.SERVICE,
            kafka.buildStreamsProperties(),
            List.of(Topic.INTENTS_EXTRACTED, Topic.WORKFLOWS_DEFINITIONS),
            List.of(Topic.DECISIONS_VALIDATED)));
  }

  @Bean(destroyMethod = "close")
  DefinitionsFollower definitionsFollower(KafkaProperties kafka) {
    return new DefinitionsFollower(kafka.buildConsumerProperties());
  }

  @Bean
  FollowedDefinitions followedDefinitions(
      DefinitionsFollower follower, DecisionProperties decision) {
    var followed = new FollowedDefinitions(follower::catalog, decision.definitionsWait());
    follower.onChange(_ -> followed.changed());
    return followed;
  }

  @Bean
  Topology decisionTopology(
      KafkaProperties kafka,
      FollowedDefinitions definitions,
      DecisionProperties decision,
      MeterRegistry meters) {
    return DecisionTopology.build(
        kafka.buildStreamsProperties(),
        definitions,
        decision.expirySweep(),
        new DecisionMetrics(meters));
  }

  @Bean
  DecisionStreams decisionStreams(
      KafkaProperties kafka,
      TopicProperties topics,
      DecisionProperties decision,
      DefinitionsFollower definitions,
      Topology topology,
      MeterRegistry meters,
      @Value("${workflow.state-dir}") String stateDir) {
    return new DecisionStreams(
        () -> createTopics(kafka.buildAdminProperties(), topics),
        definitions,
        decision.startWait(),
        topology,
        StreamsSettings.of(kafka.buildStreamsProperties(), decision, stateDir),
        meters);
  }

  /** Once the topology runs, for then the topic is there and followed. */
  @Bean
  @DependsOn("decisionStreams")
  RejectedDefinitions rejectedDefinitions(
      KafkaProperties kafka, DefinitionsFollower definitions, MeterRegistry meters) {
    return new RejectedDefinitions(kafka, definitions, meters);
  }

  @Bean
  HealthIndicator decisionsHealthIndicator(ServiceReadiness readiness) {
    return () -> (readiness.isReady() ? Health.up() : Health.outOfService()).build();
  }

  private static void createTopics(Map<String, Object> admin, TopicProperties topics) {
    if (topics.create()) {
      TopicCreation.createMissing(admin, TOPICS, topics.partitions(), topics.replication());
    }
  }
}
