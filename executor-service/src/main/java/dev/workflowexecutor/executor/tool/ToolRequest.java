package dev.workflowexecutor.executor.tool;

import static java.util.Objects.requireNonNull;

import dev.workflowexecutor.workflow.tool.Tool;
import java.util.Optional;

/**
 * A recorded call that is to be made.
 *
 * @param callId the idempotency key of every attempt
 * @param tool the tool's contract: name, timeout, whether it may be repeated, its output
 * @param input a JSON object that fits the contract
 * @param traceparent the W3C trace context to continue
 */
public record ToolRequest(String callId, Tool tool, String input, Optional<String> traceparent) {

  public ToolRequest {
    requireNonNull(callId, "callId");
    requireNonNull(tool, "tool");
    requireNonNull(input, "input");
  }
}
