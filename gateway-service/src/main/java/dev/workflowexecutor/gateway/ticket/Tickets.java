package dev.workflowexecutor.gateway.ticket;

import dev.workflowexecutor.gateway.outcome.Outcome;
import dev.workflowexecutor.gateway.outcome.OutcomeDocument;
import dev.workflowexecutor.gateway.outcome.Outcomes;
import dev.workflowexecutor.gateway.problem.Problem;
import dev.workflowexecutor.gateway.problem.RecentProblems;
import dev.workflowexecutor.gateway.ticket.ReadModel.StoredProblem;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds tickets: what the read model has, and what this gateway took or saw that isn't there yet,
 * so that whoever submitted a problem or got an outcome finds it on the ticket at once.
 */
@Component
final class Tickets {
  private final ReadModel readModel;
  private final RecentProblems recentProblems;
  private final Outcomes outcomes;

  Tickets(ReadModel readModel, RecentProblems recentProblems, Outcomes outcomes) {
    this.readModel = readModel;
    this.recentProblems = recentProblems;
    this.outcomes = outcomes;
  }

  /** The ticket as it stands, if it is known. */
  Optional<TicketDocument> find(String ticketId) {
    // The outcomes first: whatever they belong to is then among the problems.
    List<Outcome> known = outcomes(ticketId);
    SequencedMap<String, Turn> turns = new LinkedHashMap<>();
    for (StoredProblem problem : readModel.problems(ticketId)) {
      turns.put(problem.problemId(), Turn.of(problem));
    }
    for (Problem problem : recentProblems.ofTicket(ticketId)) {
      turns.putIfAbsent(problem.problemId(), Turn.of(problem));
    }
    for (Outcome outcome : known) {
      turns.merge(outcome.problemId(), Turn.of(outcome), (turn, end) -> turn.with(outcome));
    }
    return turns.isEmpty() ? Optional.empty() : Optional.of(document(ticketId, turns, known));
  }

  /** The outcomes of a ticket, oldest first. */
  List<Outcome> outcomes(String ticketId) {
    SequencedMap<String, Outcome> known = new LinkedHashMap<>();
    // What is recent is asked first: in between it may be stored, but not the other way round.
    List<Outcome> recent = outcomes.recent(ticketId);
    readModel.outcomes(ticketId).forEach(outcome -> known.put(outcome.resultId(), outcome));
    recent.forEach(outcome -> known.putIfAbsent(outcome.resultId(), outcome));
    return List.copyOf(known.values());
  }

  private static TicketDocument document(
      String ticketId, Map<String, Turn> turns, List<Outcome> outcomes) {
    List<Turn> inOrder =
        turns.values().stream().sorted(Comparator.comparing(Turn::submittedAt)).toList();
    Turn last = inOrder.getLast();
    return new TicketDocument(
        ticketId,
        last.outcome() == null ? "PENDING" : outcomes.getLast().status().name(),
        inOrder.stream().map(Turn::document).toList(),
        outcomes.isEmpty() ? null : OutcomeDocument.of(outcomes.getLast()));
  }

  private record Turn(
      String problemId, @Nullable String text, Instant submittedAt, @Nullable Outcome outcome) {

    static Turn of(StoredProblem problem) {
      return new Turn(problem.problemId(), problem.text(), problem.submittedAt(), null);
    }

    static Turn of(Problem problem) {
      return new Turn(problem.problemId(), problem.text(), problem.submittedAt(), null);
    }

    static Turn of(Outcome outcome) {
      return new Turn(outcome.problemId(), null, outcome.submittedAt(), outcome);
    }

    Turn with(Outcome end) {
      return new Turn(problemId, text, submittedAt, end);
    }

    TicketDocument.Turn document() {
      return new TicketDocument.Turn(
          problemId, text, submittedAt, outcome == null ? null : OutcomeDocument.of(outcome));
    }
  }
}
