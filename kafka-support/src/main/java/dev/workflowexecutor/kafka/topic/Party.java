package dev.workflowexecutor.kafka.topic;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reads or writes the platform's topics. Each is a principal of its own to the broker,
 * except that engine and tool workers are one as long as they run in one process.
 */
public enum Party {
  /** Systems that submit problems by topic. */
  UPSTREAM("upstream", null, false),
  /** The HTTP API. It follows its topics without a consumer group. */
  GATEWAY("gateway-service", null, false),
  /** Reads problems. */
  EXTRACTION("extraction-service", "extraction-service", false),
  /** Decides; a Kafka Streams application. */
  DECISION("decision-service", "decision-service", true, "decision-service-definitions"),
  /** Carries out decisions; a Kafka Streams application. */
  ENGINE("executor-service", "executor-service", true),
  /** Call tools. */
  TOOL_WORKERS("executor-service", "executor-tools", false),
  /** Systems that take outcomes by topic. */
  DOWNSTREAM("downstream", "downstream", false),
  /** Whoever publishes workflow definitions. */
  PUBLISHER("publisher", null, false),
  /** Reads everything and writes nothing. */
  AUDITOR("auditor", "auditor", false);

  private final String user;
  private final @Nullable String group;
  private final boolean streams;
  private final List<String> otherGroups;

  Party(String user, @Nullable String group, boolean streams, String... otherGroups) {
    this.user = user;
    this.group = group;
    this.streams = streams;
    this.otherGroups = List.of(otherGroups);
  }

  /** The user name that it has on the broker unless a deployment says otherwise. */
  public String user() {
    return user;
  }

  /**
   * The consumer group under which it processes records, and the beginning of the groups of foreign
   * systems and people; empty if it reads without one.
   */
  public Optional<String> group() {
    return Optional.ofNullable(group);
  }

  /** The groups under which it reads what isn't its work, to put bad records aside. */
  public List<String> otherGroups() {
    return otherGroups;
  }

  /**
   * Whether it is a Kafka Streams application, whose internal topics and transactional ids begin
   * with its group.
   */
  public boolean runsStreams() {
    return streams;
  }
}
