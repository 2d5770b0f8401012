package dev.workflowexecutor.standalone;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.workflowexecutor.kafka.registry.SchemaRegistry;
import dev.workflowexecutor.kafka.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The registry is away for half a minute while problems come in, and on every topic there come
 * records with schema ids that no service has seen before, so that each has to ask for them.
 */
class RegistryOutageIT {

  private static final Duration OUTAGE = Duration.ofSeconds(30);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

  @TempDir private Path folder;
  private final List<Api.Answer> accepted = new ArrayList<>();
  private int written;

  @Test
  void losesNothingAndKeepsNothingAsDeadLetter() {
    try (var running = EmbeddedTestPlatform.start(folder.resolve("data"), Map.of())) {
      Topics topics = running.topics();
      Map<Topic, NewerVersion> newer = newer(running);
      // Who has never written a problem has to ask how, and says 503 meanwhile.
      assertThat(running.api().submit("No signal in Pune").text("status")).isEqualTo("RESOLVED");

      running.withoutRegistry(() -> load(running, topics, newer));

      System.out.printf(
          "registry.outage: %d problems by HTTP, %d records on each of %d topics%n",
          accepted.size(), written, newer.size());
      assertThat(accepted).isNotEmpty().allSatisfy(it -> assertThat(it.status()).isEqualTo(202));
      awaitAll(running, topics);
      assertThat(Stream.of(Topic.values()).flatMap(topic -> deadLetters(topics, topic))).isEmpty();
    }
  }

  private void awaitAll(TestPlatform running, Topics topics) {
    awaitOutcomes(topics, accepted.stream().map(it -> it.text("ticketId")).toList());
    awaitOutcomes(topics, tickets(Topic.PROBLEMS_RAW));
    awaitOutcomes(topics, tickets(Topic.INTENTS_EXTRACTED));
    awaitOutcomes(topics, tickets(Topic.DECISIONS_VALIDATED));
    awaitShown(running.api(), tickets(Topic.EXECUTIONS_RESULTS));
    awaitReplies(topics, tickets(Topic.TOOLS_CALLS));
    awaitRead(running, "executor-service", Topic.TOOLS_REPLIES);
  }

  private static Map<Topic, NewerVersion> newer(TestPlatform platform) {
    SchemaRegistry registry =
        SchemaRegistry.connect(Map.of("schema.registry.url", platform.registry().toString()));
    return Stream.of(Topic.values())
        .filter(topic -> topic != Topic.WORKFLOWS_DEFINITIONS)
        .collect(toMap(identity(), topic -> NewerVersion.register(registry, topic)));
  }

  /** Until the outage is over: a problem by HTTP, and on each topic a record of a newer version. */
  private void load(TestPlatform running, Topics topics, Map<Topic, NewerVersion> newer) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(500))
        .during(OUTAGE)
        .atMost(OUTAGE.multipliedBy(3))
        .until(
            () -> {
              accepted.add(running.api().accept("No signal in Pune"));
              newer.forEach(
                  (topic, version) -> {
                    String ticket = ticket(topic, written);
                    topics.write(topic, ticket, version.bytes(SampleRecords.of(topic, ticket)));
                  });
              written++;
              return true;
            });
  }

  private static String ticket(Topic topic, int number) {
    return "outage-" + topic.topicName() + "-" + number;
  }

  private List<String> tickets(Topic topic) {
    return Stream.iterate(0, i -> i + 1)
        .limit(written)
        .map(number -> ticket(topic, number))
        .toList();
  }

  private static void awaitOutcomes(Topics topics, List<String> tickets) {
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(
            () ->
                assertThat(topics.keysOf(Topic.EXECUTIONS_RESULTS.topicName()))
                    .filteredOn(tickets::contains)
                    .containsExactlyInAnyOrderElementsOf(tickets));
  }

  private static void awaitReplies(Topics topics, List<String> tickets) {
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(
            () ->
                assertThat(topics.keysOf(Topic.TOOLS_REPLIES.topicName()))
                    .filteredOn(tickets::contains)
                    .containsExactlyInAnyOrderElementsOf(tickets));
  }

  private static void awaitShown(Api api, List<String> tickets) {
    Awaitility.await()
        .atMost(LONG_ENOUGH)
        .until(() -> tickets.stream().allMatch(it -> api.ticket(it).status() == 200));
  }

  /** Waits until a group has read a topic to its end. */
  private static void awaitRead(TestPlatform platform, String group, Topic topic) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafka()))) {
      Awaitility.await().atMost(LONG_ENOUGH).until(() -> unread(admin, group, topic) == 0);
    }
  }

  /** How many records of a topic are before a group; where it has committed nothing, all are. */
  private static long unread(Admin admin, String group, Topic topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    long unread = 0;
    for (var end : ends(admin, topic).entrySet()) {
      OffsetAndMetadata committed = read.get(end.getKey());
      unread += end.getValue().offset() - (committed == null ? 0 : committed.offset());
    }
    return unread;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> ends(Admin admin, Topic topic)
      throws ExecutionException, InterruptedException {
    String name = topic.topicName();
    Map<TopicPartition, OffsetSpec> latest =
        admin.describeTopics(List.of(name)).allTopicNames().get().values().stream()
            .flatMap(description -> description.partitions().stream())
            .collect(
                toMap(it -> new TopicPartition(name, it.partition()), it -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get();
  }

  private static Stream<String> deadLetters(Topics topics, Topic topic) {
    return topics.keysOf(topic.deadLetterName()).stream().map(key -> topic + " " + key);
  }
}
