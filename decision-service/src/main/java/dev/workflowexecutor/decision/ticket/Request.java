package dev.workflowexecutor.decision.ticket;

/**
 * What the person wants.
 *
 * @param workflow the version that the request is decided by until it ends
 * @param intent the declared intent that the person named
 * @param text the message that opened the request
 */
public record Request(Binding workflow, String intent, String text) {}
