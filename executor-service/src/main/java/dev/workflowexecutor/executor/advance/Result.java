package dev.workflowexecutor.executor.advance;

import static java.util.Objects.requireNonNull;

import dev.workflowexecutor.workflow.DerivedId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The public outcome of one turn: what the person is told, and nothing of the reasoning.
 *
 * @param resultId derived from the decision's id, so that a repeated result is recognised
 * @param causeId the id of the record that ended the turn: the decision or the last reply
 * @param message one or more sentences, never blank
 * @param data values for machines in the order the workflow declares them
 * @param question the question that is open; present for NEEDS_INFO only
 * @param completedAt the time of the record that ended the turn
 */
public record Result(
    String resultId,
    Turn turn,
    String causeId,
    Status status,
    String message,
    Map<String, Datum> data,
    Optional<Question> question,
    Instant completedAt) {

  public Result {
    Required.text("resultId", resultId);
    requireNonNull(turn, "turn");
    Required.text("causeId", causeId);
    Required.text("message", message);
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    requireNonNull(completedAt, "completedAt");
    if (question.isPresent() != (status == Status.NEEDS_INFO)) {
      throw new IllegalArgumentException(
          "expected a question for NEEDS_INFO and only then, found " + status + " " + question);
    }
  }

  /** The id of the result of a decision. */
  public static String idOf(String decisionId) {
    return DerivedId.of("result", decisionId);
  }
}
