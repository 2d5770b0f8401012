package dev.workflowexecutor.kafka.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses between attempts: each twice as long as the one before, up to a limit, with a random part
 * of one fifth so that clients which failed together don't come back together.
 *
 * @param first the first pause, longer than zero
 * @param longest the limit, not shorter than the first
 */
public record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 30;

  public Backoff {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "expected 0 < first <= longest, found " + first + " and " + longest);
    }
  }

  /** The pause after the given number of failed attempts, from 1. */
  public Duration pauseAfter(int failures) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    long limit = longest.toMillis();
    long millis = Math.min(limit, Math.max(1, first.toMillis()) << doublings);
    if (millis <= 0) {
      millis = limit;
    }
    long jitter = millis / 5;
    return Duration.ofMillis(
        jitter == 0 ? millis : millis - ThreadLocalRandom.current().nextLong(jitter + 1));
  }
}
