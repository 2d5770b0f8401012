package dev.workflowexecutor.decision.ticket;

import java.time.Instant;

/**
 * An attribute as the upstream system gave it: not yet in the form of any fact's type.
 *
 * @param at when it was given, to which relative dates refer
 */
public record GivenFact(String value, Instant at) {}
