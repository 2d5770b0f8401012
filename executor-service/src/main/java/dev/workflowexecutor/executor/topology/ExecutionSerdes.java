package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.events.ExecutionResult;
import dev.workflowexecutor.events.ToolCall;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import org.apache.kafka.common.serialization.Serde;

/** The configured serdes of the values that the engine reads and writes. */
public record ExecutionSerdes(
    Serde<ValidatedDecision> decisions,
    Serde<ToolReply> replies,
    Serde<ToolCall> calls,
    Serde<ExecutionResult> results) {}
