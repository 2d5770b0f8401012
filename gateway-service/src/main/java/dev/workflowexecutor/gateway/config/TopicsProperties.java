package dev.workflowexecutor.gateway.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How missing topics come to be.
 *
 * @param create whether the gateway creates the topics that it uses and that aren't there
 * @param partitions the number of partitions of a topic that is created
 * @param replication the number of copies of a topic that is created
 */
@ConfigurationProperties("workflow.topics")
public record TopicsProperties(
    @DefaultValue("true") boolean create,
    @DefaultValue("6") int partitions,
    @DefaultValue("1") short replication) {}
