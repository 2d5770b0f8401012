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

  /** Before this time no ticket ends or is forgotten, so a sweep would find nothing. */
  private Instant nothingBefore = Instant.MIN;

  Tickets(KeyValueStore<String, StoredTicket> store) {
    this.store = store;
  }

  @Nullable StoredTicket find(String ticketId) {
    return store.get(ticketId);
  }

  void keep(Ticket ticket) {
    store.put(ticket.ticketId(), new StoredTicket.Readable(ticket));
    nothingBefore = earlier(nothingBefore, dueAt(ticket));
  }

  /**
   * Ends and forgets the tickets whose time has come. Whether a sweep came before a ticket's next
   * turn makes no difference to that turn.
   */
  void sweep(Instant now, Consumer<Decision> told) {
    if (now.isBefore(nothingBefore)) {
      return;
    }
    nothingBefore = Instant.MAX;
    List<Ticket> due = new ArrayList<>();
    try (var all = store.all()) {
      while (all.hasNext()) {
        if (all.next().value instanceof StoredTicket.Readable(var ticket)) {
          if (dueAt(ticket).isAfter(now)) {
            nothingBefore = earlier(nothingBefore, dueAt(ticket));
          } else {
            due.add(ticket);
          }
        }
      }
    }
    due.forEach(ticket -> settle(ticket, now, told));
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
