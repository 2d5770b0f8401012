package dev.workflowexecutor.executor.advance;

import dev.workflowexecutor.workflow.Outcome;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.expression.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The ways a turn ends, each with what the person is told. */
final class Ending {

  private static final String ESCALATED =
      "We couldn't finish this automatically, so a person will take over and get back to you.";
  private static final String FAILED =
      "Sorry, something went wrong on our side and your request wasn't completed. "
          + "Please try again later.";

  private Ending() {}

  /** The first outcome of the workflow that holds; where none does, a person takes over. */
  static Advanced declared(Workflow workflow, Scope scope, Decision.Execute decision, Cause cause) {
    for (Outcome outcome : workflow.outcomes()) {
      if (outcome.when().holds(scope)) {
        return declared(outcome, scope, decision, cause);
      }
    }
    return escalated(decision, cause);
  }

  static Advanced escalated(Decision decision, Cause cause) {
    return Advanced.ended(decision, plain(decision, cause, Status.ESCALATED, ESCALATED));
  }

  static Advanced failed(Decision decision, Cause cause) {
    return Advanced.ended(decision, plain(decision, cause, Status.FAILED, FAILED));
  }

  /** The outcome of a turn in which no step runs. */
  static Result told(Decision.Told decision) {
    return switch (decision) {
      case Decision.Clarify clarify ->
          result(
              clarify,
              Cause.of(clarify),
              Status.NEEDS_INFO,
              clarify.message(),
              Map.of(),
              Optional.of(clarify.question()));
      case Decision.End end -> plain(end, Cause.of(end), end.status(), end.message());
    };
  }

  /** The honest outcome of a turn of which only the identity is known. */
  static Result failed(Turn turn, String decisionId, Cause cause) {
    return new Result(
        Result.idOf(decisionId),
        turn,
        cause.id(),
        Status.FAILED,
        FAILED,
        Map.of(),
        Optional.empty(),
        cause.at());
  }

  private static Advanced declared(
      Outcome outcome, Scope scope, Decision.Execute decision, Cause cause) {
    String message = outcome.message().render(scope);
    if (message.isBlank()) {
      return escalated(decision, cause);
    }
    Map<String, Datum> data = new LinkedHashMap<>();
    outcome.data(scope).forEach((name, value) -> data.put(name, Datum.of(value)));
    return Advanced.ended(
        decision, result(decision, cause, status(outcome), message, data, Optional.empty()));
  }

  private static Status status(Outcome outcome) {
    return switch (outcome.kind()) {
      case RESOLVED -> Status.RESOLVED;
      case ESCALATED -> Status.ESCALATED;
      case REJECTED -> Status.REJECTED;
      case FAILED -> Status.FAILED;
    };
  }

  private static Result plain(Decision decision, Cause cause, Status status, String message) {
    return result(decision, cause, status, message, Map.of(), Optional.empty());
  }

  private static Result result(
      Decision decision,
      Cause cause,
      Status status,
      String message,
      Map<String, Datum> data,
      Optional<Question> question) {
    return new Result(
        Result.idOf(decision.decisionId()),
        decision.turn(),
        cause.id(),
        status,
        decision.notice().map(notice -> notice + " " + message).orElse(message),
        data,
        question,
        cause.at());
  }
}
