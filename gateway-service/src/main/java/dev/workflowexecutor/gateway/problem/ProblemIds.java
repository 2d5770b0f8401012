package dev.workflowexecutor.gateway.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;

/** The ids of a problem and of its ticket. */
record ProblemIds(String problemId, String ticketId) {

  /** New ids, or with an idempotency key those that it always gives. */
  static ProblemIds of(Optional<IdempotencyKey> key, Optional<String> ticketId) {
    return new ProblemIds(id("problem", key), ticketId.orElseGet(() -> id("ticket", key)));
  }

  private static String id(String kind, Optional<IdempotencyKey> key) {
    return key.map(k -> UUID.nameUUIDFromBytes((kind + '\n' + k.value()).getBytes(UTF_8)))
        .orElseGet(UUID::randomUUID)
        .toString();
  }
}
