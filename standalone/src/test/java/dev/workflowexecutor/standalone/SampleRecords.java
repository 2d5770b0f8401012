package dev.workflowexecutor.standalone;

import dev.workflowexecutor.events.ConversationAct;
import dev.workflowexecutor.events.DecisionKind;
import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ExtractedFact;
import dev.workflowexecutor.events.ExtractedIntent;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Records that keep their contracts, each of a ticket of its own. */
final class SampleRecords {

  private static final String TEXT = "no signal since yesterday in Pune";
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private SampleRecords() {}

  static SpecificRecord of(Topic topic, String ticket) {
    return switch (topic) {
      case PROBLEMS_RAW -> problem(ticket, "");
      case INTENTS_EXTRACTED -> intent(ticket);
      case DECISIONS_VALIDATED -> decision(ticket);
      case TOOLS_CALLS -> call(ticket);
      case TOOLS_REPLIES -> reply(ticket);
      case EXECUTIONS_RESULTS -> result(ticket);
      case WORKFLOWS_DEFINITIONS -> definition(ticket);
    };
  }

  /** Without a text it needs no reader. */
  static RawProblem problem(String ticket, String text) {
    return RawProblem.newBuilder()
        .setProblemId("problem-" + ticket)
        .setTicketId(ticket)
        .setText(text)
        .setSource("test")
        .setSubmittedAt(NOW)
        .build();
  }

  /** Names an intent that one tool call resolves. */
  static ExtractedIntent intent(String ticket) {
    return ExtractedIntent.newBuilder()
        .setIntentId("intent-" + ticket)
        .setTicketId(ticket)
        .setProblemId("problem-" + ticket)
        .setCauseId("problem-" + ticket)
        .setText(TEXT)
        .setReading(Reading.UNDERSTOOD)
        .setAct(ConversationAct.REPORT)
        .setIntent("no_signal")
        .setConfidence(0.98)
        .setFacts(List.of(region()))
        .setReader("test")
        .setDefinitions("test")
        .setSubmittedAt(NOW)
        .setExtractedAt(NOW)
        .build();
  }

  private static ExtractedFact region() {
    return ExtractedFact.newBuilder()
        .setWorkflow("network-troubleshooting")
        .setFact("region")
        .setValue("west")
        .setQuote("Pune")
        .setStart(TEXT.indexOf("Pune"))
        .setEnd(TEXT.length())
        .build();
  }

  private static ValidatedDecision decision(String ticket) {
    return ValidatedDecision.newBuilder()
        .setDecisionId("decision-" + ticket)
        .setTicketId(ticket)
        .setProblemId("problem-" + ticket)
        .setCauseId("intent-" + ticket)
        .setKind(DecisionKind.CANCEL)
        .setReason("CANCELLED")
        .setText(TEXT)
        .setMessage("All right.")
        .setTurn(1)
        .setSubmittedAt(NOW)
        .setDecidedAt(NOW)
        .build();
  }

  /** Of a step that no workflow has, so that no tool is called. */
  private static ToolCall call(String ticket) {
    return ToolCall.newBuilder()
        .setCallId("call-" + ticket)
        .setTicketId(ticket)
        .setProblemId("problem-" + ticket)
        .setCauseId("decision-" + ticket)
        .setDecisionId("decision-" + ticket)
        .setWorkflow("network-troubleshooting")
        .setWorkflowVersion(1)
        .setStep("nonexistent")
        .setTool("network.findOutage")
        .setInput("{\"region\":\"west\"}")
        .setIdempotent(true)
        .setTimeoutMillis(1_000)
        .setSubmittedAt(NOW)
        .setRequestedAt(NOW)
        .build();
  }

  /** To a call that nobody made. */
  private static ToolReply reply(String ticket) {
    return ToolReply.newBuilder()
        .setReplyId("reply-" + ticket)
        .setCallId("nobodys-call-" + ticket)
        .setTicketId(ticket)
        .setProblemId("problem-" + ticket)
        .setCauseId("nobodys-call-" + ticket)
        .setDecisionId("decision-" + ticket)
        .setStep("outage")
        .setTool("network.findOutage")
        .setStatus(ReplyStatus.SUCCEEDED)
        .setOutput("{\"status\":\"none\"}")
        .setAttempts(1)
        .setSubmittedAt(NOW)
        .setRepliedAt(NOW)
        .build();
  }

  private static ExecutionResult result(String ticket) {
    return ExecutionResult.newBuilder()
        .setResultId("result-" + ticket)
        .setTicketId(ticket)
        .setProblemId("problem-" + ticket)
        .setCauseId("decision-" + ticket)
        .setStatus(OutcomeStatus.RESOLVED)
        .setMessage("Done.")
        .setSubmittedAt(NOW)
        .setCompletedAt(NOW)
        .build();
  }

  private static WorkflowDefinition definition(String workflow) {
    return WorkflowDefinition.newBuilder()
        .setDefinitionId("definition-" + workflow)
        .setWorkflow(workflow)
        .setVersion(1)
        .setHash("0".repeat(64))
        .setFile("w.yaml")
        .setFiles(Map.of("w.yaml", "workflow: " + workflow))
        .setPublishedAt(NOW)
        .build();
  }
}
