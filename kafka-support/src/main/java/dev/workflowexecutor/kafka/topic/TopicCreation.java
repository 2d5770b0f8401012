package dev.workflowexecutor.kafka.topic;

import static dev.workflowexecutor.kafka.admin.Answers.await;

import dev.workflowexecutor.kafka.retry.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creation of the platform's topics and of their dead-letter topics, where they are missing. */
public final class TopicCreation {

  private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(1));
  private static final int MOST_ATTEMPTS = 40;

  private TopicCreation() {}

  /**
   * Creates those topics that don't exist, each with its dead-letter topic; existing ones stay as
   * they are. When it returns, the created ones can be written to. Several callers at once are no
   * error.
   *
   * @param adminConfig configuration of the Kafka admin client
   * @param partitions partitions of each topic, from 1; {@link Topic#WORKFLOWS_DEFINITIONS} always
   *     has one, because its order is the order of publication
   * @param replication replicas of each partition, from 1
   * @return the names of those that this call created
   * @throws KafkaException if the broker can't be reached or refuses
   */
  public static Set<String> createMissing(
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
      return create(admin, missing);
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

  private static Set<String> create(Admin admin, Collection<NewTopic> missing) {
    Map<String, KafkaFuture<Void>> creations = admin.createTopics(missing).values();
    var created = new HashSet<String>();
    var partitions = new HashMap<TopicPartition, OffsetSpec>();
    for (NewTopic topic : missing) {
      if (isCreated(topic.name(), creations.get(topic.name()))) {
        created.add(topic.name());
        for (int partition = 0; partition < topic.numPartitions(); partition++) {
          partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
        }
      }
    }
    // A leader that is elected may not have opened its log yet. A producer that is faster has its
    // first batch refused and its second accepted, and then waits in vain for the first to fit.
    awaitLeaders(admin, partitions);
    return Set.copyOf(created);
  }

  private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> partitions) {
    for (int failures = 1; ; failures++) {
      try {
        await(admin.listOffsets(partitions).all());
        return;
      } catch (RetriableException e) {
        // A broker may not have heard of the new topic yet, and the client takes that for final.
        if (failures == MOST_ATTEMPTS) {
          throw e;
        }
        pause(BACKOFF.pauseAfter(failures));
      }
    }
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static boolean isCreated(String name, @Nullable KafkaFuture<Void> creation) {
    try {
      if (creation != null) {
        await(creation);
        LOG.info("created topic {}", name);
      }
      return creation != null;
    } catch (TopicExistsException e) {
      LOG.debug("topic {} was created by someone else meanwhile", name);
      return false;
    }
  }
}
