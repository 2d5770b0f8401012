package dev.workflowexecutor.gateway.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Outcomes for tests. */
public final class SomeOutcome {
  private static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");

  private SomeOutcome() {}

  /** A resolved turn. */
  public static Outcome resolved(String resultId, String ticketId, String problemId) {
    return outcome(resultId, ticketId, problemId, "Done.");
  }

  /** A resolved turn with its own message. */
  public static Outcome outcome(
      String resultId, String ticketId, String problemId, String message) {
    return new Outcome(
        resultId,
        ticketId,
        problemId,
        OutcomeStatus.RESOLVED,
        message,
        "{\"eta\":\"6 PM\"}",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        SUBMITTED,
        SUBMITTED.plusSeconds(1));
  }

  /** A turn that ended with a question. */
  public static Outcome question(String resultId, String ticketId, String problemId) {
    return new Outcome(
        resultId,
        ticketId,
        problemId,
        OutcomeStatus.NEEDS_INFO,
        "Which city?",
        "{}",
        Optional.of("Which city?"),
        Optional.of("region"),
        List.of("Pune", "Mumbai"),
        SUBMITTED,
        SUBMITTED.plusSeconds(1));
  }
}
