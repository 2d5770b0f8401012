package dev.workflowexecutor.decision.topology;

import dev.workflowexecutor.decision.ticket.TicketJson;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Tickets in their stored form. */
final class StoredTicketSerde implements Serde<StoredTicket> {

  @Override
  public Serializer<StoredTicket> serializer() {
    return (_, stored) -> write(stored);
  }

  @Override
  public Deserializer<StoredTicket> deserializer() {
    return (_, bytes) -> read(bytes);
  }

  private static byte @Nullable [] write(@Nullable StoredTicket stored) {
    return switch (stored) {
      case null -> null;
      case StoredTicket.Readable(var ticket) -> TicketJson.write(ticket);
      case StoredTicket.Unreadable(var bytes, var _) -> bytes;
    };
  }

  private static @Nullable StoredTicket read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return new StoredTicket.Readable(TicketJson.read(bytes));
    } catch (IllegalArgumentException e) {
      return new StoredTicket.Unreadable(bytes, String.valueOf(e.getMessage()));
    }
  }
}
