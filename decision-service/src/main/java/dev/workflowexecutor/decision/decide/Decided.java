package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.ticket.Ticket;

/** What became of an intent. */
public sealed interface Decided {

  /** The ticket has had this problem: nothing happens again. */
  record Duplicate() implements Decided {}

  /** The turn was decided, and the ticket remembers it. */
  record Next(Ticket ticket, Decision decision) implements Decided {}
}
