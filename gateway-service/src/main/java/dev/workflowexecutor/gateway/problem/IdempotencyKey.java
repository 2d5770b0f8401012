package dev.workflowexecutor.gateway.problem;

import dev.workflowexecutor.gateway.web.ProblemKind;
import dev.workflowexecutor.gateway.web.RefusedRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The client's own name for a submission: repeated, it is the same submission.
 *
 * @param value 1 to 200 characters, not blank
 */
record IdempotencyKey(String value) {
  static final String HEADER = "Idempotency-Key";
  static final int MAX_LENGTH = 200;

  static Optional<IdempotencyKey> ofHeader(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    if (header.isBlank() || header.length() > MAX_LENGTH) {
      throw RefusedRequest.of(
          ProblemKind.INVALID_REQUEST,
          "%s: expected 1 to %d characters that are not all blank, found %s; send another key or none."
              .formatted(
                  HEADER,
                  MAX_LENGTH,
                  header.isBlank() ? "a blank one" : header.length() + " characters"));
    }
    return Optional.of(new IdempotencyKey(header));
  }
}
