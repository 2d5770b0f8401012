package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.ticket.OpenQuestion;
import dev.workflowexecutor.decision.ticket.Phase;
import dev.workflowexecutor.decision.ticket.Request;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.DerivedId;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a ticket has ended. A pure function, and the decision doesn't depend on when the
 * end was noticed.
 */
public final class ExpireTicket {

  private ExpireTicket() {}

  /** What becomes of a ticket. */
  public sealed interface Expiry {

    /** It stays as it is. */
    record Unchanged() implements Expiry {}

    /**
     * It has ended.
     *
     * @param ticket what is left of it
     * @param told what the person is told; only if a question was open
     */
    record Ended(Ticket ticket, Optional<Decision> told) implements Expiry {}

    /** It ended so long ago that nothing of it needs to be kept. */
    record Forgotten() implements Expiry {}
  }

  /** What becomes of the ticket by then. */
  public static Expiry at(Instant time, Ticket ticket) {
    return switch (ticket.phase()) {
      case Phase.Ended _ ->
          ticket.isForgottenAt(time) ? new Expiry.Forgotten() : new Expiry.Unchanged();
      case Phase.Asking(var request, var question) when ticket.isExpiredAt(time) ->
          new Expiry.Ended(ticket.ended(), Optional.of(decision(ticket, request, question)));
      case Phase.Idle _, Phase.Asking _, Phase.Done _ ->
          ticket.isExpiredAt(time)
              ? new Expiry.Ended(ticket.ended(), Optional.empty())
              : new Expiry.Unchanged();
    };
  }

  private static Decision decision(Ticket ticket, Request request, OpenQuestion question) {
    return new Decision(
        DerivedId.of("decision-expired", question.decisionId()),
        ticket.ticketId(),
        question.problemId(),
        question.decisionId(),
        new Verdict.Expire(Wording.expired(question.text())),
        Optional.of(request.workflow()),
        Optional.of(request.intent()),
        KnownFacts.statedIn(ticket),
        request.text(),
        Optional.empty(),
        ticket.turn(),
        question.submittedAt(),
        ticket.expiresAt());
  }
}
