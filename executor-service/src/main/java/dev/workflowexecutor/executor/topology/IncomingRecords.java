package dev.workflowexecutor.executor.topology;

import dev.workflowexecutor.events.DecidedFact;
import dev.workflowexecutor.events.ToolReply;
import dev.workflowexecutor.events.ValidatedDecision;
import dev.workflowexecutor.executor.advance.Decision;
import dev.workflowexecutor.executor.advance.Question;
import dev.workflowexecutor.executor.advance.Reply;
import dev.workflowexecutor.executor.advance.Status;
import dev.workflowexecutor.executor.advance.Turn;
import dev.workflowexecutor.executor.advance.WorkflowVersion;
import dev.workflowexecutor.kafka.contract.Contracts;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decisions and replies as the domain knows them.
 *
 * <p>Their records are said to keep their contracts ({@link Contracts}), so nothing is checked here
 * again.
 */
final class IncomingRecords {

  private IncomingRecords() {}

  /**
   * The turn of a decision that may break its contract, though not in what it says of whose turn it
   * is.
   *
   * @param written the record's timestamp
   */
  static Turn turn(ValidatedDecision value, long written) {
    return new Turn(
        value.getTicketId(),
        value.getProblemId(),
        Contracts.plausible(value.getSubmittedAt(), written));
  }

  /** The decision. */
  static Decision decision(ValidatedDecision value) {
    Turn turn = new Turn(value.getTicketId(), value.getProblemId(), value.getSubmittedAt());
    return switch (value.getKind()) {
      case EXECUTE -> execute(turn, value);
      case CLARIFY -> clarify(turn, value);
      case ESCALATE -> end(turn, value, Status.ESCALATED);
      case REJECT -> end(turn, value, Status.REJECTED);
      case CANCEL -> end(turn, value, Status.CANCELLED);
      case EXPIRE -> end(turn, value, Status.EXPIRED);
    };
  }

  /** The reply. */
  static Reply reply(ToolReply value) {
    String id = value.getReplyId();
    String call = value.getCallId();
    String error = Objects.requireNonNullElse(value.getError(), "");
    return switch (value.getStatus()) {
      case SUCCEEDED ->
          new Reply.Succeeded(id, call, value.getRepliedAt(), demanded(value.getOutput()));
      case REFUSED -> new Reply.Refused(id, call, value.getRepliedAt(), error);
      case FAILED -> new Reply.Failed(id, call, value.getRepliedAt(), error);
      case UNKNOWN -> new Reply.Unknown(id, call, value.getRepliedAt(), error);
    };
  }

  private static Decision execute(Turn turn, ValidatedDecision value) {
    SortedMap<String, String> facts = new TreeMap<>();
    for (DecidedFact fact : value.getFacts()) {
      facts.put(fact.getFact(), fact.getValue());
    }
    return new Decision.Execute(
        value.getDecisionId(),
        turn,
        value.getDecidedAt(),
        notice(value),
        new WorkflowVersion(
            demanded(value.getWorkflow()),
            demanded(value.getWorkflowVersion()),
            demanded(value.getWorkflowHash())),
        demanded(value.getIntent()),
        value.getText(),
        facts);
  }

  private static Decision clarify(Turn turn, ValidatedDecision value) {
    return new Decision.Clarify(
        value.getDecisionId(),
        turn,
        value.getDecidedAt(),
        notice(value),
        value.getMessage(),
        new Question(
            demanded(value.getQuestion()), demanded(value.getAwaiting()), value.getChoices()));
  }

  private static Decision end(Turn turn, ValidatedDecision value, Status status) {
    return new Decision.End(
        value.getDecisionId(),
        turn,
        value.getDecidedAt(),
        notice(value),
        value.getMessage(),
        status);
  }

  private static Optional<String> notice(ValidatedDecision value) {
    return Optional.ofNullable(value.getNotice()).filter(notice -> !notice.isBlank());
  }

  /** A field that the contract demands. */
  private static <T> T demanded(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
