package dev.workflowexecutor.gateway.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the person is told at the end of a turn.
 *
 * @param resultId its own id, the same for each copy of it; 1 to 200 characters
 * @param ticketId the ticket; 1 to 200 characters
 * @param problemId the problem whose turn ended; 1 to 200 characters
 * @param status how it ended
 * @param message what the person is told
 * @param data the values for machines, as a JSON object
 * @param question the question that is open, for NEEDS_INFO
 * @param awaiting the fact that the question asks for, for NEEDS_INFO
 * @param choices the answers to the question, where they are few
 * @param submittedAt when the problem was submitted
 * @param completedAt when the turn ended
 */
public record Outcome(
    String resultId,
    String ticketId,
    String problemId,
    OutcomeStatus status,
    String message,
    String data,
    Optional<String> question,
    Optional<String> awaiting,
    List<String> choices,
    Instant submittedAt,
    Instant completedAt) {

  public Outcome {
    choices = List.copyOf(choices);
  }
}
