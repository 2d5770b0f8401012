package dev.workflowexecutor.executor.config;

import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.executor.advance.Status;
import dev.workflowexecutor.executor.kafka.ToolObserver;
import dev.workflowexecutor.executor.tool.Handled;
import dev.workflowexecutor.executor.topology.ExecutionObserver;
import io.micrometer.core.instrument.MeterRegistry;

/** The executor's counters: {@code workflow.tool.*} and {@code workflow.executions.*}. */
final class ExecutorMetrics implements ExecutionObserver, ToolObserver {

  private final MeterRegistry meters;

  ExecutorMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void called(String tool) {
    meters.counter("workflow.executions.calls", "tool", tool).increment();
  }

  @Override
  public void ended(Status status) {
    meters.counter("workflow.executions.outcomes", "status", status.name()).increment();
  }

  @Override
  public void ignored(String topic) {
    meters.counter("workflow.executions.ignored", "topic", topic).increment();
  }

  @Override
  public void replied(String tool, Handled handled) {
    String status = status(handled.reply());
    meters.counter("workflow.tool.replies", "tool", tool, "status", status).increment();
    meters.counter("workflow.tool.attempts", "tool", tool).increment(handled.attempts());
  }

  private static String status(Reply reply) {
    return switch (reply) {
      case Reply.Succeeded _ -> "SUCCEEDED";
      case Reply.Refused _ -> "REFUSED";
      case Reply.Failed _ -> "FAILED";
      case Reply.Unknown _ -> "UNKNOWN";
    };
  }
}
