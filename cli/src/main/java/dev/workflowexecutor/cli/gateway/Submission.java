package dev.workflowexecutor.cli.gateway;

import java.util.Map;
import java.util.Optional;

/**
 * A problem to submit.
 *
 * @param ticket the ticket that it continues
 * @param attributes what is known already, by fact name
 * @param idempotencyKey under which a repeated submission is recognised
 */
public record Submission(
    String text,
    Optional<String> ticket,
    Map<String, String> attributes,
    Optional<String> idempotencyKey) {

  public Submission {
    attributes = Map.copyOf(attributes);
  }

  /** A problem that opens a ticket. */
  public static Submission opening(String text) {
    return new Submission(text, Optional.empty(), Map.of(), Optional.empty());
  }
}
