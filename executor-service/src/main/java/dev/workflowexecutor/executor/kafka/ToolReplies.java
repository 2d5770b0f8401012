package dev.workflowexecutor.executor.kafka;

import dev.workflowexecutor.events.ReplyStatus;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.executor.tool.Handled;
import dev.workflowexecutor.kafka.contract.Contracts;

/** What became of a call, as the record of its topic. */
final class ToolReplies {

  private ToolReplies() {}

  /**
   * The reply.
   *
   * @param written the timestamp of the call's record
   */
  static ToolReply of(ToolCall call, Handled handled, long written) {
    ToolReply.Builder reply =
        ToolReply.newBuilder()
            .setReplyId(handled.reply().replyId())
            .setCallId(call.getCallId())
            .setTicketId(call.getTicketId())
            .setProblemId(call.getProblemId())
            .setCauseId(call.getCallId())
            .setDecisionId(call.getDecisionId())
            .setStep(call.getStep())
            .setTool(call.getTool())
            .setAttempts(handled.attempts())
            .setSubmittedAt(Contracts.plausible(call.getSubmittedAt(), written))
            .setRepliedAt(handled.reply().repliedAt());
    return switch (handled.reply()) {
      case Reply.Succeeded succeeded ->
          reply.setStatus(ReplyStatus.SUCCEEDED).setOutput(succeeded.output()).build();
      case Reply.Refused refused ->
          reply.setStatus(ReplyStatus.REFUSED).setError(refused.error()).build();
      case Reply.Failed failed ->
          reply.setStatus(ReplyStatus.FAILED).setError(failed.error()).build();
      case Reply.Unknown unknown ->
          reply.setStatus(ReplyStatus.UNKNOWN).setError(unknown.error()).build();
    };
  }
}
