package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.ticket.Phase;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Limits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one turn of a ticket. A pure function: the same definitions, ticket and intent give
 * an equal ticket and an equal decision, whenever and wherever it runs.
 */
public final class DecideIntent {

  private DecideIntent() {}

  /**
   * What is to happen about the intent.
   *
   * @param catalog the definitions known; must hold the version that the ticket is bound to
   * @param ticket what is remembered of the conversation; null if nothing is
   */
  public static Decided decide(Catalog catalog, @Nullable Ticket ticket, Intent intent) {
    if (ticket != null && !isOf(intent, ticket)) {
      throw new IllegalArgumentException(
          "expected the ticket %s, found %s".formatted(intent.ticketId(), ticket.ticketId()));
    }
    Ticket known = known(ticket, intent);
    if (known.hasSeen(intent.problemId())) {
      return new Decided.Duplicate();
    }
    boolean goesOn = ticket != null && isOpen(ticket, intent);
    Optional<String> notice =
        !goesOn && intent.continuesTicket() ? Optional.of(Wording.EARLIER_ENDED) : Optional.empty();
    return new Conversation(Turn.begin(catalog, known, intent, notice)).decide();
  }

  /**
   * The honest way out where {@link #decide} can't be asked or breaks down: a person takes over,
   * and the ticket forgets all but the problems it has seen.
   */
  public static Decided giveUp(@Nullable Ticket ticket, Intent intent) {
    Ticket known = known(ticket != null && isOf(intent, ticket) ? ticket : null, intent);
    if (known.hasSeen(intent.problemId())) {
      return new Decided.Duplicate();
    }
    return Turn.begin(Catalog.empty(), known.cleared(), intent, Optional.empty())
        .endsIdle(Optional.empty(), new Verdict.Escalate(Reason.EVALUATION_FAILED, Wording.BROKEN));
  }

  private static Ticket known(@Nullable Ticket ticket, Intent intent) {
    if (ticket == null || ticket.isForgottenAt(intent.extractedAt())) {
      return Ticket.opened(intent.ticketId(), intent.extractedAt(), Limits.DEFAULT.expiresAfter());
    }
    return isOpen(ticket, intent) ? ticket : ticket.reopened(intent.extractedAt());
  }

  private static boolean isOf(Intent intent, Ticket ticket) {
    return ticket.ticketId().equals(intent.ticketId());
  }

  private static boolean isOpen(Ticket ticket, Intent intent) {
    return !(ticket.phase() instanceof Phase.Ended) && !ticket.isExpiredAt(intent.extractedAt());
  }
}
