package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.events.WorkflowDefinition;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Instant;

/** The contracts of the platform's topics; the one place where they are written down. */
public final class Contracts {

  /** Of problems.raw. */
  public static final Contract<RawProblem> PROBLEM = new Contract<>(ProblemRules.all());

  /** Of intents.extracted. */
  public static final Contract<ExtractedIntent> INTENT = new Contract<>(IntentRules.all());

  /** Of decisions.validated. */
  public static final Contract<ValidatedDecision> DECISION = new Contract<>(DecisionRules.all());

  /** Of tools.calls. */
  public static final Contract<ToolCall> CALL = new Contract<>(CallRules.all());

  /** Of tools.replies. */
  public static final Contract<ToolReply> REPLY = new Contract<>(ReplyRules.all());

  /** Of executions.results. */
  public static final Contract<ExecutionResult> RESULT = new Contract<>(ResultRules.all());

  /** Of workflows.definitions. */
  public static final Contract<WorkflowDefinition> DEFINITION =
      new Contract<>(DefinitionRules.all());

  private Contracts() {}

  /** The contract of a topic. */
  public static Contract<?> of(Topic topic) {
    return switch (topic) {
      case PROBLEMS_RAW -> PROBLEM;
      case INTENTS_EXTRACTED -> INTENT;
      case DECISIONS_VALIDATED -> DECISION;
      case TOOLS_CALLS -> CALL;
      case TOOLS_REPLIES -> REPLY;
      case EXECUTIONS_RESULTS -> RESULT;
      case WORKFLOWS_DEFINITIONS -> DEFINITION;
    };
  }

  /**
   * The time that a refused record claims, if the contract could allow it; else when the record was
   * written.
   *
   * @param written milliseconds since the epoch, the record's timestamp
   */
  public static Instant plausible(Instant claimed, long written) {
    return Rules.isPlausible(claimed) ? claimed : Instant.ofEpochMilli(Math.max(0, written));
  }
}
