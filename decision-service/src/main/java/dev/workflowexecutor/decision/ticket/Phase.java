package dev.workflowexecutor.decision.ticket;

import java.util.Optional;

/**
 * Where a ticket stands between two turns.
 *
 * <pre>
 *             an intent is named               a required fact is missing
 *   Idle ────────────────────────> (decide) ──────────────────────────────> Asking
 *    ^                               │   ^                                    │
 *    │ cancel, ask for a person      │   └──── answer, correction, new ───────┤
 *    └───────────────────────────────┼──────── intent ──────────────── Done   │
 *                                    └─ execute, escalate, reject ─────^ <────┘
 * </pre>
 *
 * <p>From each of them a ticket comes to Ended when it expires, and then nowhere else.
 */
public sealed interface Phase {

  /** The request that is open, or was last decided. */
  default Optional<Request> current() {
    return switch (this) {
      case Idle _, Ended _ -> Optional.empty();
      case Asking(var request, var _) -> Optional.of(request);
      case Done(var request) -> Optional.of(request);
    };
  }

  /** Nothing is wanted, as far as anybody knows. */
  record Idle() implements Phase {}

  /** A question is open. */
  record Asking(Request request, OpenQuestion question) implements Phase {}

  /** The rules decided; a correction has them decide anew. */
  record Done(Request request) implements Phase {}

  /** The ticket expired; what is left of it recognises duplicates. */
  record Ended() implements Phase {}
}
