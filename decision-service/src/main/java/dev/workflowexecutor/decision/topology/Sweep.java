package dev.workflowexecutor.decision.topology;

import java.time.Duration;

/**
 * How tickets are found whose time is over.
 *
 * @param every how often some are looked at, in the time of the records
 * @param atOnce how many are looked at then, from 1; the records behind wait for it
 */
record Sweep(Duration every, int atOnce) {

  /** A tenth of a second's work on two cores. */
  private static final int AT_ONCE = 10_000;

  /** As many tickets at once as hold up nobody. */
  static Sweep every(Duration time) {
    return new Sweep(time, AT_ONCE);
  }
}
