package dev.workflowexecutor.executor.tool;

/**
 * What a tool sent back.
 *
 * @param contentType empty where it said none
 */
record HttpAnswer(int status, String contentType, byte[] body) {}
