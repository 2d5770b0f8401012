package dev.workflowexecutor.gateway.problem;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A submitted problem.
 *
 * @param problemId its own id, 1 to 200 characters
 * @param ticketId the ticket it belongs to, 1 to 200 characters
 * @param text the person's words, unchanged
 * @param attributes what is known already, by fact name
 * @param continuesTicket whether the submitter named the ticket
 * @param submittedAt when it was submitted, in milliseconds
 */
public record Problem(
    String problemId,
    String ticketId,
    String text,
    SortedMap<String, String> attributes,
    boolean continuesTicket,
    Instant submittedAt) {

  public Problem {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** What makes two submissions the same: the ticket, the text and the attributes. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(ticketId, text, attributes);
  }

  static Problem of(ProblemIds ids, ProblemRequest request, Instant submittedAt) {
    return new Problem(
        ids.problemId(),
        ids.ticketId(),
        request.text(),
        new TreeMap<>(request.attributes()),
        request.ticketId().isPresent(),
        submittedAt);
  }
}
