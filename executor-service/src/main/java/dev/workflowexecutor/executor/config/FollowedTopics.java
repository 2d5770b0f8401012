package dev.workflowexecutor.executor.config;

import dev.workflowexecutor.kafka.definitions.DefinitionsFollower;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/** What must be there before records are taken: the topics, and the definitions up to their end. */
final class FollowedTopics implements SmartLifecycle, Part {

  private static final EnumSet<Topic> NEEDED =
      EnumSet.of(
          Topic.DECISIONS_VALIDATED,
          Topic.TOOLS_CALLS,
          Topic.TOOLS_REPLIES,
          Topic.EXECUTIONS_RESULTS,
          Topic.WORKFLOWS_DEFINITIONS);

  private final Map<String, Object> adminConfig;
  private final TopicProperties topics;
  private final DefinitionsFollower follower;
  private final Duration timeout;
  private volatile boolean running;

  FollowedTopics(
      Map<String, Object> adminConfig,
      TopicProperties topics,
      DefinitionsFollower follower,
      Duration timeout) {
    this.adminConfig = adminConfig;
    this.topics = topics;
    this.follower = follower;
    this.timeout = timeout;
  }

  @Override
  public void start() {
    if (topics.create()) {
      TopicCreation.createMissing(adminConfig, NEEDED, topics.partitions(), topics.replication());
    }
    follower.start();
    if (!follower.awaitCaughtUp(timeout)) {
      throw new IllegalStateException(
          "expected to have read %s within %s; is the broker reachable?"
              .formatted(Topic.WORKFLOWS_DEFINITIONS.topicName(), timeout));
    }
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    follower.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return ExecutorConfiguration.PREPARATION;
  }

  @Override
  public String name() {
    return "definitions";
  }

  @Override
  public boolean isReady() {
    return running && follower.isCaughtUp();
  }
}
