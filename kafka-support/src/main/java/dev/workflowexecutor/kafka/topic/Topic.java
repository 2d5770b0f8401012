package dev.workflowexecutor.kafka.topic;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.events.WorkflowDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of the platform together with the one record type that its values have and the parties
 * that may write and read it.
 */
public enum Topic {
  /** Problems as people wrote them, keyed by ticket. */
  PROBLEMS_RAW(
      "problems.raw",
      RawProblem.class,
      false,
      Roles.ownedBy(Party.UPSTREAM, Party.GATEWAY)
          .processedBy(Party.EXTRACTION)
          .followedBy(Party.GATEWAY)),
  /** What a reader found in each problem, keyed by ticket. */
  INTENTS_EXTRACTED(
      "intents.extracted",
      ExtractedIntent.class,
      false,
      Roles.ownedBy(Party.EXTRACTION).processedBy(Party.DECISION)),
  /** What the rules decided, keyed by ticket. */
  DECISIONS_VALIDATED(
      "decisions.validated",
      ValidatedDecision.class,
      false,
      Roles.ownedBy(Party.DECISION).processedBy(Party.ENGINE)),
  /** Tool calls, recorded before they are attempted, keyed by ticket. */
  TOOLS_CALLS(
      "tools.calls",
      ToolCall.class,
      false,
      Roles.ownedBy(Party.ENGINE).processedBy(Party.TOOL_WORKERS)),
  /** What became of tool calls, keyed by ticket. */
  TOOLS_REPLIES(
      "tools.replies",
      ToolReply.class,
      false,
      Roles.ownedBy(Party.TOOL_WORKERS).processedBy(Party.ENGINE)),
  /** The public outcome of each turn, keyed by ticket. */
  EXECUTIONS_RESULTS(
      "executions.results",
      ExecutionResult.class,
      false,
      Roles.ownedBy(Party.ENGINE).processedBy(Party.GATEWAY).followedBy(Party.DOWNSTREAM)),
  /** Published workflow definitions, keyed by {@code workflow@version}; compacted. */
  WORKFLOWS_DEFINITIONS(
      "workflows.definitions",
      WorkflowDefinition.class,
      true,
      Roles.ownedBy(Party.PUBLISHER)
          .processedBy(Party.DECISION)
          .followedBy(Party.EXTRACTION, Party.ENGINE, Party.TOOL_WORKERS, Party.PUBLISHER));

  private static final Map<String, Topic> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Topic::topicName, Function.identity()));

  private final String topicName;
  private final Class<? extends SpecificRecord> type;
  private final boolean compacted;
  private final Roles roles;

  Topic(String topicName, Class<? extends SpecificRecord> type, boolean compacted, Roles roles) {
    this.topicName = topicName;
    this.type = type;
    this.compacted = compacted;
    this.roles = roles;
  }

  /** The topic with this name, if it is one of the platform's. */
  public static Optional<Topic> named(String topicName) {
    return Optional.ofNullable(BY_NAME.get(topicName));
  }

  /** The topic's name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** The name of the topic that takes this one's unprocessable records. */
  public String deadLetterName() {
    return deadLetterName(topicName);
  }

  /** The name of the topic that takes the unprocessable records of the named one. */
  public static String deadLetterName(String topicName) {
    return topicName + ".dlq";
  }

  /** The registry subject of the topic's values (TopicNameStrategy). */
  public String subject() {
    return topicName + "-value";
  }

  /** The generated class of the topic's values. */
  public Class<? extends SpecificRecord> type() {
    return type;
  }

  /** The schema of the topic's values, as its class was generated. */
  public Schema schema() {
    return SpecificData.get().getSchema(type);
  }

  /** True if only the newest record of each key is kept; false if all records are. */
  public boolean isCompacted() {
    return compacted;
  }

  /** Its only writers. */
  public List<Party> owners() {
    return roles.owners();
  }

  /** The party that takes each of its records once and writes its dead letters, if there is one. */
  public Optional<Party> processor() {
    return roles.processor();
  }

  /** Who else reads it, beside {@link Party#AUDITOR}, who reads every topic. */
  public List<Party> followers() {
    return roles.followers();
  }
}
