package dev.workflowexecutor.cli.topic;

import dev.workflowexecutor.cli.console.CommandFailed;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.kafka.topic.TopicCreation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/**
 * The platform's topics as they should be on a broker.
 *
 * @param client configuration of a Kafka client, with {@code bootstrap.servers}
 * @param partitions of each topic that is keyed by ticket, from 1
 * @param replication replicas of each partition, from 1
 */
record PlatformTopics(Map<String, Object> client, int partitions, short replication) {

  PlatformTopics {
    client = Map.copyOf(client);
    if (partitions < 1 || replication < 1) {
      throw new CommandFailed(
          "expected at least 1 partition and 1 replica, found %d and %d"
              .formatted(partitions, replication));
    }
  }

  /** A topic that is there. */
  record Present(String name, int partitions, boolean created) {}

  /**
   * Creates those that are missing.
   *
   * @return all of them, each topic before its dead-letter topic
   * @throws CommandFailed when the broker doesn't answer or refuses, or a topic has another number
   *     of partitions
   */
  List<Present> create() {
    try {
      Set<String> created =
          TopicCreation.createMissing(client, EnumSet.allOf(Topic.class), partitions, replication);
      List<Present> present = present(created);
      requireAsWanted(present);
      return present;
    } catch (KafkaException e) {
      throw new CommandFailed(
          "can't create topics on the Kafka broker at %s: %s"
              .formatted(client.get("bootstrap.servers"), e.getMessage()),
          e);
    }
  }

  private List<Present> present(Set<String> created) {
    Map<String, Integer> found = partitionsFound();
    return names().stream()
        .map(it -> new Present(it, found.getOrDefault(it, 0), created.contains(it)))
        .toList();
  }

  private static List<String> names() {
    return Arrays.stream(Topic.values())
        .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
        .toList();
  }

  private Map<String, Integer> partitionsFound() {
    try (Admin admin = Admin.create(client)) {
      return admin.describeTopics(names()).allTopicNames().get().values().stream()
          .collect(Collectors.toMap(TopicDescription::name, it -> it.partitions().size()));
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted while looking at the topics", e);
    }
  }

  /** One ticket's records stay in order only where all topics are divided alike. */
  private void requireAsWanted(List<Present> present) {
    String others =
        present.stream()
            .filter(it -> it.partitions() != wanted(it.name()))
            .map(it -> "%s has %d".formatted(it.name(), it.partitions()))
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      throw new CommandFailed(
          "expected %d partitions of each topic and 1 of %s, but %s; name their number with --partitions, or create them anew"
              .formatted(partitions, Topic.WORKFLOWS_DEFINITIONS.topicName(), others));
    }
  }

  private int wanted(String name) {
    return name.startsWith(Topic.WORKFLOWS_DEFINITIONS.topicName()) ? 1 : partitions;
  }
}
