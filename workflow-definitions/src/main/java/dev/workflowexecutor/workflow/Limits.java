package dev.workflowexecutor.workflow;

import java.time.Duration;

/**
 * Bounds on the conversation about a ticket.
 *
 * @param asks how often the same fact may be asked for before the ticket escalates, from 1
 * @param expiresAfter how long a ticket waits for its user, by event time
 */
public record Limits(int asks, Duration expiresAfter) {

  /** Two questions per fact, one day. */
  public static final Limits DEFAULT = new Limits(2, Duration.ofHours(24));

  public Limits {
    if (asks < 1 || expiresAfter.isNegative() || expiresAfter.isZero()) {
      throw new IllegalArgumentException(
          "expected at least one ask and a positive time, found " + asks + ", " + expiresAfter);
    }
  }
}
