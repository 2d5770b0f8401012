package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.OutcomeStatus;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.executor.advance.Call;
import dev.workflowexecutor.executor.advance.Question;
import dev.workflowexecutor.executor.advance.Result;
import dev.workflowexecutor.executor.advance.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls and results as the records of their topics. */
final class OutgoingRecords {

  private OutgoingRecords() {}

  static ToolCall call(Call call) {
    return ToolCall.newBuilder()
        .setCallId(call.callId())
        .setTicketId(call.turn().ticketId())
        .setProblemId(call.turn().problemId())
        .setCauseId(call.causeId())
        .setDecisionId(call.decisionId())
        .setWorkflow(call.workflow().name())
        .setWorkflowVersion(call.workflow().version())
        .setStep(call.step())
        .setTool(call.tool())
        .setInput(call.input())
        .setIdempotent(call.idempotent())
        .setTimeoutMillis(Math.toIntExact(call.timeout().toMillis()))
        .setSubmittedAt(call.turn().submittedAt())
        .setRequestedAt(call.requestedAt())
        .build();
  }

  static ExecutionResult result(Result result) {
    // The order of a map's entries is part of a record's bytes.
    Map<String, Object> data = new LinkedHashMap<>();
    result.data().forEach((name, datum) -> data.put(name, datum.plain()));
    return ExecutionResult.newBuilder()
        .setResultId(result.resultId())
        .setTicketId(result.turn().ticketId())
        .setProblemId(result.turn().problemId())
        .setCauseId(result.causeId())
        .setStatus(status(result.status()))
        .setMessage(result.message())
        .setData(data)
        .setQuestion(result.question().map(Question::text).orElse(null))
        .setAwaiting(result.question().map(Question::awaiting).orElse(null))
        .setChoices(result.question().map(Question::choices).orElse(List.of()))
        .setSubmittedAt(result.turn().submittedAt())
        .setCompletedAt(result.completedAt())
        .build();
  }

  private static OutcomeStatus status(Status status) {
    return switch (status) {
      case RESOLVED -> OutcomeStatus.RESOLVED;
      case NEEDS_INFO -> OutcomeStatus.NEEDS_INFO;
      case ESCALATED -> OutcomeStatus.ESCALATED;
      case REJECTED -> OutcomeStatus.REJECTED;
      case FAILED -> OutcomeStatus.FAILED;
      case CANCELLED -> OutcomeStatus.CANCELLED;
      case EXPIRED -> OutcomeStatus.EXPIRED;
    };
  }
}
