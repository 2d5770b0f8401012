package dev.workflowexecutor.executor.tool;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends what takes too long, from a thread of its own. Thread-safe. */
final class Deadlines implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("tool-deadlines").factory());

  Deadlines() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Runs the action when the time is over, unless the deadline is closed before. */
  Deadline in(Duration time, Runnable action) {
    AtomicBoolean over = new AtomicBoolean();
    Future<?> scheduled =
        timer.schedule(
            () -> {
              over.set(true);
              action.run();
            },
            time.toNanos(),
            TimeUnit.NANOSECONDS);
    return new Deadline(over, scheduled);
  }

  /** A point in time at which something has to be over. */
  record Deadline(AtomicBoolean over, Future<?> scheduled) implements AutoCloseable {

    /** Whether it passed before it was closed. */
    boolean isOver() {
      return over.get();
    }

    @Override
    public void close() {
      scheduled.cancel(false);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
