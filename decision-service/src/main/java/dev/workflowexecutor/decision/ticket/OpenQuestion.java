package dev.workflowexecutor.decision.ticket;

import java.time.Instant;

/**
 * A question that waits for the person's answer.
 *
 * @param fact the fact that is asked for
 * @param text the question as the person saw it
 * @param decisionId the decision that asked
 * @param problemId the problem whose turn asked
 * @param submittedAt when that problem was submitted
 */
public record OpenQuestion(
    String fact, String text, String decisionId, String problemId, Instant submittedAt) {}
