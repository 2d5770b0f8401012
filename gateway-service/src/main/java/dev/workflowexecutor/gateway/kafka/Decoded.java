package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.gateway.ticket.Change;

/** What a record turned out to be. */
sealed interface Decoded {

  /** It keeps its contract and changes something. */
  record Read(Change change) implements Decoded {}

  /** It can't be read or breaks its contract, now and later. */
  record Refused(RuntimeException fault) implements Decoded {}
}
