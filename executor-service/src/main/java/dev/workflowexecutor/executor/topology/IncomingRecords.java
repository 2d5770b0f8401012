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
import dev.workflowexecutor.executor.topology.RefusedRecordException.Reason;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decisions and replies as the domain knows them; a record that breaks its contract is refused. */
final class IncomingRecords {

  private IncomingRecords() {}

  /**
   * The turn that a decision is about.
   *
   * @throws RefusedRecordException if not even that can be told
   */
  static Turn turn(@Nullable String key, ValidatedDecision value) {
    if (!value.getTicketId().equals(key)) {
      throw new RefusedRecordException(
          "expected the key to be the ticketId " + value.getTicketId() + ", found " + key);
    }
    if (value.getDecisionId().isBlank()) {
      throw new RefusedRecordException("expected a decisionId, found blank text");
    }
    try {
      return new Turn(value.getTicketId(), value.getProblemId(), value.getSubmittedAt());
    } catch (IllegalArgumentException e) {
      throw new RefusedRecordException(Reason.BROKEN_CONTRACT, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The decision.
   *
   * @throws RefusedRecordException if a field that its kind needs isn't there
   */
  static Decision decision(Turn turn, ValidatedDecision value) {
    try {
      return switch (value.getKind()) {
        case EXECUTE -> execute(turn, value);
        case CLARIFY -> clarify(turn, value);
        case ESCALATE -> end(turn, value, Status.ESCALATED);
        case REJECT -> end(turn, value, Status.REJECTED);
        case CANCEL -> end(turn, value, Status.CANCELLED);
        case EXPIRE -> end(turn, value, Status.EXPIRED);
      };
    } catch (IllegalArgumentException e) {
      throw new RefusedRecordException(
          Reason.BROKEN_CONTRACT, value.getKind() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The reply.
   *
   * @throws RefusedRecordException if a field that its status needs isn't there
   */
  static Reply reply(ToolReply value) {
    String id = value.getReplyId();
    String call = value.getCallId();
    String error = Optional.ofNullable(value.getError()).orElse("");
    try {
      return switch (value.getStatus()) {
        case SUCCEEDED ->
            new Reply.Succeeded(id, call, value.getRepliedAt(), set("output", value.getOutput()));
        case REFUSED -> new Reply.Refused(id, call, value.getRepliedAt(), error);
        case FAILED -> new Reply.Failed(id, call, value.getRepliedAt(), error);
        case UNKNOWN -> new Reply.Unknown(id, call, value.getRepliedAt(), error);
      };
    } catch (IllegalArgumentException e) {
      throw new RefusedRecordException(
          Reason.BROKEN_CONTRACT, value.getStatus() + ": " + e.getMessage(), e);
    }
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
            set("workflow", value.getWorkflow()),
            set("workflowVersion", value.getWorkflowVersion()),
            set("workflowHash", value.getWorkflowHash())),
        set("intent", value.getIntent()),
        value.getText(),
        facts);
  }

  private static Decision clarify(Turn turn, ValidatedDecision value) {
    String question = set("question", value.getQuestion());
    return new Decision.Clarify(
        value.getDecisionId(),
        turn,
        value.getDecidedAt(),
        notice(value),
        value.getMessage().isBlank() ? question : value.getMessage(),
        new Question(question, set("awaiting", value.getAwaiting()), value.getChoices()));
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

  private static <T> T set(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("expected " + name + " to be set, found null");
    }
    return value;
  }
}
