package dev.workflowexecutor.executor.advance;

import static java.util.Objects.requireNonNull;

import dev.workflowexecutor.workflow.DerivedId;
import java.time.Duration;
import java.time.Instant;

/**
 * A call of a tool that is to be recorded before it is attempted.
 *
 * @param callId derived from the decision and the step; the idempotency key of every attempt
 * @param causeId the id of the record that caused the call: the decision or the reply before
 * @param input a JSON object that fits the tool's contract, keys in contract order
 * @param idempotent whether repeating the call with the same key has one effect
 * @param timeout how long one attempt may take
 * @param requestedAt the time of the record that caused the call
 */
public record Call(
    String callId,
    Turn turn,
    String causeId,
    String decisionId,
    WorkflowVersion workflow,
    String step,
    String tool,
    String input,
    boolean idempotent,
    Duration timeout,
    Instant requestedAt) {

  public Call {
    Required.text("callId", callId);
    requireNonNull(turn, "turn");
    Required.text("causeId", causeId);
    Required.text("decisionId", decisionId);
    requireNonNull(workflow, "workflow");
    Required.text("step", step);
    Required.text("tool", tool);
    Required.text("input", input);
    requireNonNull(timeout, "timeout");
    requireNonNull(requestedAt, "requestedAt");
  }

  /** The id of the call that a step of a decision makes. */
  public static String idOf(String decisionId, String step) {
    return DerivedId.of("call", decisionId, step);
  }
}
