package dev.workflowexecutor.kafka.contract;

import dev.workflowexecutor.events.ReplyStatus;
import dev.workflowexecutor.events.ToolReply;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is demanded on tools.replies. Whether the output fits is the tool's own contract. */
final class ReplyRules {

  private static final int LONGEST_ERROR = 500;

  private ReplyRules() {}

  static List<Rule<ToolReply>> all() {
    Predicate<ToolReply> succeeded = it -> it.getStatus() == ReplyStatus.SUCCEEDED;
    return List.of(
        Rules.identity("replyId", ToolReply::getReplyId),
        Rules.identity("callId", ToolReply::getCallId),
        Rules.identity("ticketId", ToolReply::getTicketId),
        Rules.identity("problemId", ToolReply::getProblemId),
        Rules.identity("decisionId", ToolReply::getDecisionId),
        Rules.ticketAsKey(ToolReply::getTicketId),
        Rules.id("causeId", ToolReply::getCauseId),
        Rules.text("output", "an output for SUCCEEDED", succeeded, ToolReply::getOutput),
        Rules.content("error", "at most 500 characters", ReplyRules::error),
        Rules.atLeast(0, "attempts", ToolReply::getAttempts),
        Rules.time("submittedAt", ToolReply::getSubmittedAt),
        Rules.time("repliedAt", ToolReply::getRepliedAt));
  }

  private static Optional<String> error(ToolReply reply) {
    String error = reply.getError();
    return error != null && error.length() > LONGEST_ERROR
        ? Optional.of(Integer.toString(error.length()))
        : Optional.empty();
  }
}
