package dev.workflowexecutor.executor.tool;

import dev.workflowexecutor.executor.advance.Reply;

/**
 * What became of a call.
 *
 * @param reply the reply to record
 * @param attempts how many attempts were made, from 0
 */
public record Handled(Reply reply, int attempts) {}
