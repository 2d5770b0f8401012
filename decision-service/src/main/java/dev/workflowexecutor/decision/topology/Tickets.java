package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.decision.decide.Decision;
import dev.workflowexecutor.decision.decide.ExpireTicket;
import dev.workflowexecutor.decision.decide.ExpireTicket.Expiry;
import dev.workflowexecutor.decision.ticket.Phase;
import dev.workflowexecutor.decision.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The tickets of one partition. */
final class Tickets {

  private final KeyValueStore<String, StoredTicket> store;
  private final int sweptAtOnce;

  /**
   * Before this time no ticket ends or is forgotten, so a round of sweeps would find nothing. Holds
   * between rounds; during a round it is what was gathered so far.
   */
  private Instant nothingBefore = Instant.MIN;

  /** The ticket with which the next sweep goes on; null where it begins a round. */
  private @Nullable String goOnWith;

  /**
   * Tickets of a store.
   *
   * @param sweptAtOnce how many tickets one sweep looks at, from 1: the records wait meanwhile
   */
  Tickets(KeyValueStore<String, StoredTicket> store, int sweptAtOnce) {
    this.store = store;
    this.sweptAtOnce = sweptAtOnce;
  }

  @Nullable StoredTicket find(String ticketId) {
    return store.get(ticketId);
  }

  void keep(Ticket ticket) {
    store.put(ticket.ticketId(), new StoredTicket.Readable(ticket));
    nothingBefore = earlier(nothingBefore, dueAt(ticket));
  }

  /**
   * Ends and forgets tickets whose time has come: goes on with the round of the sweep before, and
   * begins a new one only when there is something to find. Whether a sweep came before a ticket's
   * next turn makes no difference to that turn.
   */
  void sweep(Instant now, Consumer<Decision> told) {
    if (goOnWith == null && now.isBefore(nothingBefore)) {
      return;
    }
    List<Ticket> due = new ArrayList<>();
    try (var tickets = goOnWith == null ? store.all() : store.range(goOnWith, null)) {
      if (goOnWith == null) {
        nothingBefore = Instant.MAX;
      }
      for (int i = 0; i < sweptAtOnce && tickets.hasNext(); i++) {
        if (tickets.next().value instanceof StoredTicket.Readable(var ticket)) {
          look(ticket, now, due);
        }
      }
      goOnWith = tickets.hasNext() ? tickets.peekNextKey() : null;
    }
    due.forEach(ticket -> settle(ticket, now, told));
  }

  private void look(Ticket ticket, Instant now, List<Ticket> due) {
    if (dueAt(ticket).isAfter(now)) {
      nothingBefore = earlier(nothingBefore, dueAt(ticket));
    } else {
      due.add(ticket);
    }
  }

  private void settle(Ticket ticket, Instant now, Consumer<Decision> told) {
    switch (ExpireTicket.at(now, ticket)) {
      case Expiry.Unchanged _ -> {}
      case Expiry.Forgotten _ -> store.delete(ticket.ticketId());
      case Expiry.Ended(var left, var decision) -> {
        keep(left);
        decision.ifPresent(told);
      }
    }
  }

  private static Instant dueAt(Ticket ticket) {
    return ticket.phase() instanceof Phase.Ended
        ? ticket.expiresAt().plus(ticket.expiresAfter())
        : ticket.expiresAt();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
