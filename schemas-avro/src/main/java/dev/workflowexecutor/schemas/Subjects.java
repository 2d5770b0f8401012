package dev.workflowexecutor.schemas;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.events.WorkflowDefinition;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** The registry's subjects and the current schema of each, by TopicNameStrategy. */
public final class Subjects {

  private Subjects() {}

  /** The current schema of every subject, ordered by the subject's name. */
  public static SortedMap<String, Schema> current() {
    return new TreeMap<>(
        Map.of(
            "problems.raw-value", RawProblem.getClassSchema(),
            "intents.extracted-value", ExtractedIntent.getClassSchema(),
            "decisions.validated-value", ValidatedDecision.getClassSchema(),
            "tools.calls-value", ToolCall.getClassSchema(),
            "tools.replies-value", ToolReply.getClassSchema(),
            "executions.results-value", ExecutionResult.getClassSchema(),
            "workflows.definitions-value", WorkflowDefinition.getClassSchema()));
  }
}
