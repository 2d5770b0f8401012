package dev.workflowexecutor.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The records that are on their way, and how long those took that came out; thread-safe.
 *
 * <p>A journey begins when its record was due, not when it could be sent, so that a stall is seen
 * in every record that had to wait for it (see Gil Tene on coordinated omission).
 */
public final class Journeys {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final Map<String, Long> due = new ConcurrentHashMap<>();
  private final int window;
  private final Semaphore free;
  private Latencies measured = new Latencies();
  private boolean measuring;

  public Journeys(String name, int window) {
    this.name = name;
    this.window = window;
    this.free = new Semaphore(window);
  }

  /** Begins a journey; waits while as many as the window allows are on their way. */
  public void depart(String key, long dueNanos) throws InterruptedException {
    if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "%s: nothing came out for %s, with %d records on their way"
              .formatted(name, PATIENCE, due.size()));
    }
    due.put(key, dueNanos);
  }

  /** Ends the journey of a key; false, and nothing else, for a key that isn't on its way. */
  public boolean arrive(String key, long nanos) {
    Long started = due.remove(key);
    if (started == null) {
      return false;
    }
    free.release();
    synchronized (this) {
      if (measuring) {
        measured.add(nanos - started);
      }
    }
    return true;
  }

  /** Forgets what was measured, and measures what arrives from now on. */
  public synchronized void measure() {
    measured = new Latencies();
    measuring = true;
  }

  /** Stops measuring; what was measured since it began. */
  public synchronized Latencies measured() {
    measuring = false;
    return measured;
  }

  /** Waits, for a minute at most, until nothing is on its way any more; how many still are. */
  public int awaitAll() throws InterruptedException {
    if (free.tryAcquire(window, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      free.release(window);
    }
    return due.size();
  }
}
