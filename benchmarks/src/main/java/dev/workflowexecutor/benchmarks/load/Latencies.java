package dev.workflowexecutor.benchmarks.load;

import java.util.Arrays;

/** Times in nanoseconds in the order in which they were taken; grows as needed, not thread-safe. */
public final class Latencies {

  private static final double NANOS_PER_MILLI = 1e6;

  private long[] nanos = new long[1024];
  private int size;

  /** Adds one time. */
  public void add(long time) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, size * 2);
    }
    nanos[size++] = time;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /**
   * The time in milliseconds that this share of all times doesn't exceed (nearest rank); NaN when
   * there is none.
   *
   * @param quantile above 0, at most 1
   */
  public double millis(double quantile) {
    if (size == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(quantile * size);
    return sorted[Math.clamp(rank, 1, size) - 1] / NANOS_PER_MILLI;
  }
}
