package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.decision.ticket.Ticket;

/** What the ticket store holds for a ticket. */
sealed interface StoredTicket {

  /** A ticket as this version of the service reads it. */
  record Readable(Ticket ticket) implements StoredTicket {}

  /** Bytes that this version can't read; read as a value, so that no record loops on them. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Unreadable(byte[] bytes, String why) implements StoredTicket {}
}
