package dev.workflowexecutor.executor.advance;

import java.time.Instant;

/** The record that causes what goes out: its id and its time, the only clock there is here. */
record Cause(String id, Instant at) {

  static Cause of(Decision decision) {
    return new Cause(decision.decisionId(), decision.decidedAt());
  }

  static Cause of(Reply reply) {
    return new Cause(reply.replyId(), reply.repliedAt());
  }
}
