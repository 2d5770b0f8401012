package dev.workflowexecutor.kafka;

import dev.workflowexecutor.events.ConversationAct;
import dev.workflowexecutor.events.DecidedFact;
import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
import dev.workflowexecutor.events.FactSource;
import dev.workflowexecutor.events.IntentScore;
import dev.workflowexecutor.events.OutcomeStatus;
import dev.workflowexecutor.events.RawProblem;
import dev.workflowexecutor.events.Reading;
import dev.workflowexecutor.events.ReplyStatus;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.events.WorkflowDefinition;
import dev.workflowexecutor.kafka.topic.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** A full record for each topic. */
public final class Samples {

  public static final Instant AT = Instant.parse("2026-03-01T10:15:30.123Z");

  private Samples() {}

  public static SpecificRecord of(Topic topic) {
    return switch (topic) {
      case PROBLEMS_RAW -> problem("problem-1");
      case INTENTS_EXTRACTED -> intent();
      case DECISIONS_VALIDATED -> decision();
      case TOOLS_CALLS -> call();
      case TOOLS_REPLIES -> reply();
      case EXECUTIONS_RESULTS -> result();
      case WORKFLOWS_DEFINITIONS -> definition();
    };
  }

  public static RawProblem problem(String id) {
    return RawProblem.newBuilder()
        .setProblemId(id)
        .setTicketId("ticket-1")
        .setText("no signal since yesterday in Pune \uD83D\uDCF5")
        .setAttributes(Map.of("account_type", "prepaid"))
        .setContinuesTicket(true)
        .setSource("test")
        .setSubmittedAt(AT)
        .build();
  }

  private static ExtractedIntent intent() {
    return ExtractedIntent.newBuilder()
        .setIntentId("intent-1")
        .setTicketId("ticket-1")
        .setProblemId("problem-1")
        .setCauseId("problem-1")
        .setText("no signal in Pune")
        .setReading(Reading.UNDERSTOOD)
        .setAct(ConversationAct.REPORT)
        .setIntent("no_signal")
        .setConfidence(0.97)
        .setAlternatives(List.of(new IntentScore("no_signal", 0.97)))
        .setFacts(List.of(new ExtractedFact("network", "region", "West", "Pune", 13, 17, "Mumbai")))
        .setReader("embedded/test")
        .setDefinitions("hash")
        .setSubmittedAt(AT)
        .setExtractedAt(AT.plusMillis(5))
        .build();
  }

  private static ValidatedDecision decision() {
    return ValidatedDecision.newBuilder()
        .setDecisionId("decision-1")
        .setTicketId("ticket-1")
        .setProblemId("problem-1")
        .setCauseId("intent-1")
        .setKind(DecisionKind.EXECUTE)
        .setWorkflow("network")
        .setWorkflowVersion(1)
        .setWorkflowHash("hash")
        .setIntent("no_signal")
        .setRule("troubleshoot")
        .setReason("RULE")
        .setFacts(List.of(new DecidedFact("region", "West", FactSource.USER, "Pune")))
        .setText("no signal in Pune")
        .setMessage("")
        .setTurn(1)
        .setSubmittedAt(AT)
        .setDecidedAt(AT)
        .build();
  }

  private static ToolCall call() {
    return ToolCall.newBuilder()
        .setCallId("call-1")
        .setTicketId("ticket-1")
        .setProblemId("problem-1")
        .setCauseId("decision-1")
        .setDecisionId("decision-1")
        .setWorkflow("network")
        .setWorkflowVersion(1)
        .setStep("outage")
        .setTool("network.findOutage")
        .setInput("{\"region\":\"West\"}")
        .setIdempotent(true)
        .setTimeoutMillis(2_000)
        .setSubmittedAt(AT)
        .setRequestedAt(AT)
        .build();
  }

  private static ToolReply reply() {
    return ToolReply.newBuilder()
        .setReplyId("reply-1")
        .setCallId("call-1")
        .setTicketId("ticket-1")
        .setProblemId("problem-1")
        .setCauseId("call-1")
        .setDecisionId("decision-1")
        .setStep("outage")
        .setTool("network.findOutage")
        .setStatus(ReplyStatus.SUCCEEDED)
        .setOutput("{\"status\":\"none\"}")
        .setAttempts(1)
        .setSubmittedAt(AT)
        .setRepliedAt(AT)
        .build();
  }

  private static ExecutionResult result() {
    return ExecutionResult.newBuilder()
        .setResultId("result-1")
        .setTicketId("ticket-1")
        .setProblemId("problem-1")
        .setCauseId("reply-1")
        .setStatus(OutcomeStatus.RESOLVED)
        .setMessage("Done.")
        .setData(Map.of("eta", "6 PM", "count", 3L, "share", 0.5, "open", true))
        .setSubmittedAt(AT)
        .setCompletedAt(AT)
        .build();
  }

  private static WorkflowDefinition definition() {
    return WorkflowDefinition.newBuilder()
        .setDefinitionId("definition-1")
        .setWorkflow("network")
        .setVersion(1)
        .setHash("hash")
        .setFile("network.yaml")
        .setFiles(Map.of("network.yaml", "workflow: network"))
        .setPublishedAt(AT)
        .build();
  }
}
