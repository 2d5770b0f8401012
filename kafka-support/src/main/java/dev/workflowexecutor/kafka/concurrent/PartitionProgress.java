package dev.workflowexecutor.kafka.concurrent;

import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * How far a partition is processed: records begin in the order of their offsets, finish in any
 * order, and only the prefix without a gap may be committed. Thread-safe.
 */
final class PartitionProgress {

  private static final long NOTHING = -1;

  private final TreeSet<Long> unfinished = new TreeSet<>();
  private long next = NOTHING;
  private long furthestStarted = NOTHING;
  private long committed = NOTHING;

  /** Notes that the record at the offset is there and not processed yet. */
  synchronized void begin(long offset) {
    unfinished.add(offset);
    next = Math.max(next, offset + 1);
  }

  /** Notes that work on the record at the offset has started. */
  synchronized void start(long offset) {
    furthestStarted = Math.max(furthestStarted, offset);
  }

  /** True if work has started on no record at or after the offset: leaving it out makes no gap. */
  synchronized boolean isBeyondStarted(long offset) {
    return offset > furthestStarted;
  }

  /** Notes that the record at the offset is processed. */
  synchronized void finish(long offset) {
    unfinished.remove(offset);
  }

  /** The offset to read from after a restart, if it is another than the one committed last. */
  synchronized OptionalLong committable() {
    long offset = unfinished.isEmpty() ? next : unfinished.first();
    return offset == NOTHING || offset == committed
        ? OptionalLong.empty()
        : OptionalLong.of(offset);
  }

  /** Notes that the offset is committed. */
  synchronized void committed(long offset) {
    committed = Math.max(committed, offset);
  }
}
