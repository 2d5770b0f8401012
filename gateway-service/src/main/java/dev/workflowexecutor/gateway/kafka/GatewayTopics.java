package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.gateway.config.TopicsProperties;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import java.util.List;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** The topics that the gateway uses, created where they are missing and where that is wanted. */
@Component
final class GatewayTopics {
  private final KafkaAdmin admin;
  private final TopicsProperties properties;
  private volatile boolean there;

  GatewayTopics(KafkaAdmin admin, TopicsProperties properties) {
    this.admin = admin;
    this.properties = properties;
    this.there = !properties.create();
  }

  /** Whether the topics are there, as far as is known. */
  boolean areThere() {
    return there;
  }

  /** Makes sure once that the topics are there, or throws because Kafka doesn't answer. */
  synchronized void require() {
    if (!there) {
      TopicCreation.createMissing(
          admin.getConfigurationProperties(),
          List.of(Topic.PROBLEMS_RAW, Topic.EXECUTIONS_RESULTS),
          properties.partitions(),
          properties.replication());
      there = true;
    }
  }
}
