package dev.workflowexecutor.extraction.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How missing topics are made.
 *
 * @param create whether the service creates them
 * @param partitions partitions of each, from 1
 * @param replication replicas of each partition, from 1
 */
@ConfigurationProperties(prefix = "workflow.topics", ignoreUnknownFields = false)
record TopicProperties(boolean create, int partitions, short replication) {}
