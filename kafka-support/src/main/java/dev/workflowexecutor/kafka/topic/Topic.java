package dev.workflowexecutor.kafka.topic;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.events.WorkflowDefinition;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** A topic of the platform together with the one record type that its values have. */
public enum Topic {
  /** Problems as people wrote them, keyed by ticket. */
  PROBLEMS_RAW("problems.raw", RawProblem.class, false),
  /** What a reader found in each problem, keyed by ticket. */
  INTENTS_EXTRACTED("intents.extracted", ExtractedIntent.class, false),
  /** What the rules decided, keyed by ticket. */
  DECISIONS_VALIDATED("decisions.validated", ValidatedDecision.class, false),
  /** Tool calls, recorded before they are attempted, keyed by ticket. */
  TOOLS_CALLS("tools.calls", ToolCall.class, false),
  /** What became of tool calls, keyed by ticket. */
  TOOLS_REPLIES("tools.replies", ToolReply.class, false),
  /** The public outcome of each turn, keyed by ticket. */
  EXECUTIONS_RESULTS("executions.results", ExecutionResult.class, false),
  /** Published workflow definitions, keyed by {@code workflow@version}; compacted. */
  WORKFLOWS_DEFINITIONS("workflows.definitions", WorkflowDefinition.class, true);

  private static final Map<String, Topic> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Topic::topicName, Function.identity()));

  private final String topicName;
  private final Class<? extends SpecificRecord> type;
  private final boolean compacted;

  Topic(String topicName, Class<? extends SpecificRecord> type, boolean compacted) {
    this.topicName = topicName;
    this.type = type;
    this.compacted = compacted;
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
}
