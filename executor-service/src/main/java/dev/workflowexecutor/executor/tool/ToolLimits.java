package dev.workflowexecutor.executor.tool;

import java.time.Duration;

/**
 * How patient and how careful the worker is with tools.
 *
 * @param attempts how many attempts a call gets at most, from 1
 * @param firstBackoff the pause before the second attempt; doubled for each further one
 * @param longestBackoff the longest pause
 * @param jitter how far a pause is moved at random, as a part of itself, from 0 to 1
 * @param concurrency how many calls of one tool may be under way at once, from 1
 * @param longestWait how long a call waits for its turn at a busy tool
 * @param breakerFailureRate the percentage of failed attempts that opens a tool's breaker
 * @param breakerWindow over how many of the last attempts the rate is taken
 * @param breakerPause how long an open breaker keeps calls away
 * @param connectTimeout how long a connection may take to open
 * @param responseBytes the largest answer that is read
 */
public record ToolLimits(
    int attempts,
    Duration firstBackoff,
    Duration longestBackoff,
    double jitter,
    int concurrency,
    Duration longestWait,
    float breakerFailureRate,
    int breakerWindow,
    Duration breakerPause,
    Duration connectTimeout,
    long responseBytes) {

  /** An array holds an answer, and one byte more to see that it is too long. */
  private static final int MOST_BYTES = Integer.MAX_VALUE - 16;

  public ToolLimits {
    from(1, "attempts", attempts);
    from(1, "concurrency", concurrency);
    from(1, "breakerWindow", breakerWindow);
    from(1, "responseBytes", responseBytes);
    if (responseBytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "expected responseBytes up to " + MOST_BYTES + ", found " + responseBytes);
    }
    from(1, "firstBackoff in ms", firstBackoff.toMillis());
    from(firstBackoff.toMillis(), "longestBackoff in ms", longestBackoff.toMillis());
    if (jitter < 0 || jitter >= 1) {
      throw new IllegalArgumentException("expected a jitter from 0 to under 1, found " + jitter);
    }
    if (breakerFailureRate <= 0 || breakerFailureRate > 100) {
      throw new IllegalArgumentException(
          "expected a breakerFailureRate over 0 to 100, found " + breakerFailureRate);
    }
  }

  private static void from(long least, String name, long found) {
    if (found < least) {
      throw new IllegalArgumentException(
          "expected " + name + " from " + least + ", found " + found);
    }
  }
}
