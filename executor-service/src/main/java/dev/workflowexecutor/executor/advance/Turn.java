package dev.workflowexecutor.executor.advance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One message of a ticket and everything done about it.
 *
 * @param ticketId the ticket, and the key of each of its records
 * @param problemId the problem whose turn this is, unique over all problems
 * @param submittedAt when the problem was submitted
 */
public record Turn(String ticketId, String problemId, Instant submittedAt) {

  public Turn {
    Required.text("ticketId", ticketId);
    Required.text("problemId", problemId);
    requireNonNull(submittedAt, "submittedAt");
  }
}
