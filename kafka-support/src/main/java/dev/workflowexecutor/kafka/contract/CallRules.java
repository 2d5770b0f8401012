package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.events.ToolCall;
import java.util.List;
import java.util.Optional;

/** What is demanded on tools.calls. Whether the input fits the tool is the tool's own contract. */
final class CallRules {

  private static final int LONGEST_TIMEOUT = 300_000;

  private CallRules() {}

  static List<Rule<ToolCall>> all() {
    return List.of(
        Rules.identity("callId", ToolCall::getCallId),
        Rules.identity("ticketId", ToolCall::getTicketId),
        Rules.identity("problemId", ToolCall::getProblemId),
        Rules.identity("decisionId", ToolCall::getDecisionId),
        Rules.ticketAsKey(ToolCall::getTicketId),
        Rules.id("causeId", ToolCall::getCauseId),
        Rules.text("workflow", ToolCall::getWorkflow),
        Rules.atLeast(1, "workflowVersion", ToolCall::getWorkflowVersion),
        Rules.text("step", ToolCall::getStep),
        Rules.text("tool", ToolCall::getTool),
        Rules.text("input", ToolCall::getInput),
        Rules.content("timeoutMillis", "a number from 1 to 300,000", CallRules::timeout),
        Rules.time("submittedAt", ToolCall::getSubmittedAt),
        Rules.time("requestedAt", ToolCall::getRequestedAt));
  }

  private static Optional<String> timeout(ToolCall call) {
    int millis = call.getTimeoutMillis();
    return millis < 1 || millis > LONGEST_TIMEOUT
        ? Optional.of(Integer.toString(millis))
        : Optional.empty();
  }
}
