package dev.workflowexecutor.decision.decide;

import dev.workflowexecutor.decision.intent.Intent;
import dev.workflowexecutor.decision.ticket.Ticket;
import dev.workflowexecutor.workflow.Catalog;
import org.jspecify.annotations.Nullable;

/** A conversation in one ticket. */
final class Talk {

  private Catalog catalog;
  private @Nullable Ticket ticket;

  Talk(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The decision about what was said. */
  Decision decide(Said said) {
    return switch (hear(said.intent())) {
      case Decided.Duplicate _ ->
          throw new AssertionError("expected a decision, found a duplicate");
      case Decided.Next(var _, var decision) -> decision;
    };
  }

  Decided hear(Intent intent) {
    Decided decided = DecideIntent.decide(catalog, ticket, intent);
    if (decided instanceof Decided.Next(var next, var _)) {
      ticket = next;
    }
    return decided;
  }

  void publish(Catalog more) {
    catalog = more;
  }

  Ticket ticket() {
    if (ticket == null) {
      throw new AssertionError("expected a ticket after the first turn");
    }
    return ticket;
  }
}
