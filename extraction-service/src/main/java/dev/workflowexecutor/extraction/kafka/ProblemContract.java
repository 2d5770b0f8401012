package dev.workflowexecutor.extraction.kafka;

import dev.workflowexecutor.events.RawProblem;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contract of problems.raw says and its schema can't. */
final class ProblemContract {

  private static final int LONGEST_ID = 200;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private ProblemContract() {}

  /**
   * The problem, if it keeps its contract.
   *
   * @throws RefusedProblemException if it doesn't
   */
  static RawProblem checked(@Nullable String key, @Nullable RawProblem problem) {
    if (problem == null) {
      throw new RefusedProblemException("expected a problem, found a record without a value");
    }
    violation(key, problem)
        .ifPresent(
            violation -> {
              throw new RefusedProblemException(violation);
            });
    return problem;
  }

  private static Optional<String> violation(@Nullable String key, RawProblem problem) {
    return Stream.of(
            id("problemId", problem.getProblemId()),
            id("ticketId", problem.getTicketId()),
            key(key, problem.getTicketId()),
            time(problem.getSubmittedAt()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> id(String field, String value) {
    return value.isBlank() || value.length() > LONGEST_ID
        ? Optional.of("expected a " + field + " of 1 to 200 characters, found " + shown(value))
        : Optional.empty();
  }

  private static Optional<String> key(@Nullable String key, String ticketId) {
    return ticketId.equals(key)
        ? Optional.empty()
        : Optional.of("expected the ticketId as the key, found " + shown(key));
  }

  private static Optional<String> time(Instant submittedAt) {
    return submittedAt.isBefore(EARLIEST) || submittedAt.isAfter(LATEST)
        ? Optional.of("expected a submittedAt from 1970 to 9999, found " + submittedAt)
        : Optional.empty();
  }

  private static String shown(@Nullable String value) {
    if (value == null) {
      return "none";
    }
    return "'" + (value.length() > 50 ? value.substring(0, 50) + "..." : value) + "'";
  }
}
