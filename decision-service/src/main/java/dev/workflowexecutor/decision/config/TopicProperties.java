package dev.workflowexecutor.decision.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the platform's topics.
 *
 * @param create whether missing topics are created at the start
 * @param partitions partitions of a new topic, the same for all
 * @param replication replicas of each partition of a new topic
 */
@ConfigurationProperties(prefix = "workflow.topics", ignoreUnknownFields = false)
public record TopicProperties(
    @DefaultValue("true") boolean create,
    @DefaultValue("6") int partitions,
    @DefaultValue("1") short replication) {

  public TopicProperties {
    if (partitions < 1 || replication < 1) {
      throw new IllegalArgumentException(
          "expected workflow.topics.partitions and replication of at least 1, found %d and %d"
              .formatted(partitions, replication));
    }
  }
}
