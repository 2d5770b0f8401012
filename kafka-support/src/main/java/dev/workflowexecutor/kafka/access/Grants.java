package dev.workflowexecutor.kafka.access;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import dev.workflowexecutor.kafka.topic.Party;
import dev.workflowexecutor.kafka.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.resource.ResourceType;

/**
 * All that a party needs on the broker, and nothing beyond: reading and writing include describing,
 * and topics are created by an administrator.
 *
 * @see <a href="https://kafka.apache.org/42/security/authorization-and-acls/">Authorization and
 *     ACLs in Kafka</a>
 */
public final class Grants {

  private Grants() {}

  /** The grants of every party, in the order in which a problem meets them. */
  public static List<Grant> all() {
    return Arrays.stream(Party.values()).flatMap(Grants::stream).toList();
  }

  /** The grants of one party. */
  public static List<Grant> of(Party party) {
    return stream(party).toList();
  }

  private static Stream<Grant> stream(Party party) {
    return Stream.of(topics(party), groups(party), streams(party), publications(party))
        .flatMap(part -> part);
  }

  private static Stream<Grant> topics(Party party) {
    return Arrays.stream(Topic.values())
        .flatMap(topic -> Stream.concat(records(party, topic), deadLetters(party, topic)));
  }

  private static Stream<Grant> records(Party party, Topic topic) {
    boolean writes = topic.owners().contains(party);
    boolean reads =
        party == Party.AUDITOR
            || topic.followers().contains(party)
            || topic.processor().filter(party::equals).isPresent();
    String name = topic.topicName();
    if (reads && writes) {
      return Stream.of(Grant.literal(party, TOPIC, name, READ, WRITE));
    }
    if (reads) {
      return Stream.of(Grant.literal(party, TOPIC, name, READ));
    }
    return writes ? Stream.of(Grant.literal(party, TOPIC, name, WRITE)) : Stream.empty();
  }

  private static Stream<Grant> deadLetters(Party party, Topic topic) {
    String name = topic.deadLetterName();
    if (topic.processor().filter(party::equals).isPresent()) {
      return Stream.of(Grant.literal(party, TOPIC, name, WRITE));
    }
    return party == Party.AUDITOR
        ? Stream.of(Grant.literal(party, TOPIC, name, READ))
        : Stream.empty();
  }

  private static Stream<Grant> groups(Party party) {
    return Stream.concat(
        party.group().stream().map(group -> group(party, group)),
        party.otherGroups().stream().map(group -> Grant.literal(party, GROUP, group, READ)));
  }

  /** Foreign systems and people have several groups, the platform's own parts one each. */
  private static Grant group(Party party, String group) {
    return switch (party) {
      case EXTRACTION, DECISION, ENGINE, TOOL_WORKERS -> Grant.literal(party, GROUP, group, READ);
      case UPSTREAM, GATEWAY, DOWNSTREAM, PUBLISHER, AUDITOR ->
          Grant.prefixed(party, GROUP, group, READ);
    };
  }

  private static Stream<Grant> streams(Party party) {
    return party.group().filter(_ -> party.runsStreams()).stream()
        .map(application -> application + "-")
        .flatMap(
            prefix ->
                Stream.of(
                    internalTopics(party, TOPIC, prefix),
                    Grant.prefixed(party, TRANSACTIONAL_ID, prefix, WRITE)));
  }

  /** A publication is a transaction, whose id is the topic's name. */
  private static Stream<Grant> publications(Party party) {
    return party == Party.PUBLISHER
        ? Stream.of(
            Grant.literal(party, TRANSACTIONAL_ID, Topic.WORKFLOWS_DEFINITIONS.topicName(), WRITE))
        : Stream.empty();
  }

  /** Changelogs are created and compacted, repartition topics also cleared of what was read. */
  private static Grant internalTopics(Party party, ResourceType topic, String prefix) {
    return Grant.prefixed(
        party, topic, prefix, CREATE, DESCRIBE, DESCRIBE_CONFIGS, READ, WRITE, DELETE);
  }
}
