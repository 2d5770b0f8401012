package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.OutcomeStatus;
import java.util.List;
import java.util.function.Predicate;

/** What is demanded on executions.results. */
final class ResultRules {

  private ResultRules() {}

  static List<Rule<ExecutionResult>> all() {
    Predicate<ExecutionResult> asks = it -> it.getStatus() == OutcomeStatus.NEEDS_INFO;
    return List.of(
        Rules.identity("resultId", ExecutionResult::getResultId),
        Rules.identity("ticketId", ExecutionResult::getTicketId),
        Rules.identity("problemId", ExecutionResult::getProblemId),
        Rules.ticketAsKey(ExecutionResult::getTicketId),
        Rules.id("causeId", ExecutionResult::getCauseId),
        Rules.text("message", ExecutionResult::getMessage),
        Rules.text("question", "a question for NEEDS_INFO", asks, ExecutionResult::getQuestion),
        Rules.text("awaiting", "a fact for NEEDS_INFO", asks, ExecutionResult::getAwaiting),
        Rules.time("submittedAt", ExecutionResult::getSubmittedAt),
        Rules.time("completedAt", ExecutionResult::getCompletedAt));
  }
}
