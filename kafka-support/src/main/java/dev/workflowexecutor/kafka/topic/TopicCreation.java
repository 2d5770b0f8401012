package dev.workflowexecutor.kafka.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creation of the platform's topics and of their dead-letter topics, where they are missing. */
public final class TopicCreation {

  private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);

  private TopicCreation() {}

  /**
   * Creates those topics that don't exist, each with its dead-letter topic; existing ones stay as
   * they are. Several callers at once are no error.
   *
   * @param adminConfig configuration of the Kafka admin client
   * @param partitions partitions of each topic, from 1; {@link Topic#WORKFLOWS_DEFINITIONS} always
   *     has one, because its order is the order of publication
   * @param replication replicas of each partition, from 1
   * @throws KafkaException if the broker can't be reached or refuses
   */
  public static void createMissing(
      Map<String, Object> adminConfig,
      Collection<Topic> topics,
      int partitions,
      short replication) {
    try (Admin admin = Admin.create(adminConfig)) {
      Set<String> existing = await(admin.listTopics().names());
      var missing = new ArrayList<NewTopic>();
      for (Topic topic : topics) {
        for (NewTopic wanted : wanted(topic, partitions, replication)) {
          if (!existing.contains(wanted.name())) {
            missing.add(wanted);
          }
        }
      }
      create(admin, missing);
    }
  }

  private static List<NewTopic> wanted(Topic topic, int partitions, short replication) {
    int count = topic == Topic.WORKFLOWS_DEFINITIONS ? 1 : partitions;
    Map<String, String> records =
        topic.isCompacted()
            ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
            : keptForever();
    return List.of(
        new NewTopic(topic.topicName(), count, replication).configs(records),
        new NewTopic(topic.deadLetterName(), count, replication).configs(keptForever()));
  }

  private static Map<String, String> keptForever() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        "-1");
  }

  private static void create(Admin admin, Collection<NewTopic> missing) {
    admin
        .createTopics(missing)
        .values()
        .forEach(
            (name, created) -> {
              try {
                await(created);
                LOG.info("created topic {}", name);
              } catch (TopicExistsException e) {
                LOG.debug("topic {} was created by someone else meanwhile", name);
              }
            });
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
