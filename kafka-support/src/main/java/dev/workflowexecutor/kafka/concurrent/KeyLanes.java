package dev.workflowexecutor.kafka.concurrent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Runs records on a virtual thread each: at most a given number at once, and of each key only one,
 * in the order of arrival. Thread-safe.
 *
 * <p>A record is waiting (an earlier one of its key isn't done), ready (only the bound holds it
 * back), or running; then it is gone.
 */
final class KeyLanes {

  private final int maxRunning;
  private final Consumer<InFlightRecord> work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // A lane is in the map for as long as one of its records is ready or running.
  private final Map<InFlightRecord.Lane, Deque<InFlightRecord>> waiting = new HashMap<>();
  private final Deque<InFlightRecord> ready = new ArrayDeque<>();
  private final Set<InFlightRecord> running = new HashSet<>();
  private int unfinished;

  KeyLanes(int maxRunning, Consumer<InFlightRecord> work) {
    this.maxRunning = maxRunning;
    this.work = work;
  }

  /** Takes a record that is to be run when its turn comes. */
  void accept(InFlightRecord record) {
    lock.lock();
    try {
      unfinished++;
      Deque<InFlightRecord> lane = waiting.get(record.lane());
      if (lane == null) {
        waiting.put(record.lane(), new ArrayDeque<>());
        ready.add(record);
        startReady();
      } else {
        lane.add(record);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The number of records that were taken and aren't gone. */
  int unfinished() {
    lock.lock();
    try {
      return unfinished;
    } finally {
      lock.unlock();
    }
  }

  /** The number of records that are running. */
  int running() {
    lock.lock();
    try {
      return running.size();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what of the partitions hasn't begun, and lets what has begun make no new attempt. */
  void withdraw(Collection<TopicPartition> partitions) {
    lock.lock();
    try {
      waiting.forEach((lane, records) -> clear(partitions, lane, records));
      for (Iterator<InFlightRecord> each = ready.iterator(); each.hasNext(); ) {
        InFlightRecord record = each.next();
        if (partitions.contains(record.partition())) {
          each.remove();
          waiting.remove(record.lane());
          unfinished--;
        }
      }
      running.stream()
          .filter(record -> partitions.contains(record.partition()))
          .forEach(InFlightRecord::stopRetrying);
    } finally {
      lock.unlock();
    }
  }

  private void clear(
      Collection<TopicPartition> partitions,
      InFlightRecord.Lane lane,
      Deque<InFlightRecord> records) {
    if (partitions.contains(lane.partition())) {
      unfinished -= records.size();
      records.clear();
    }
  }

  /** Interrupts what of the partitions is running; it may take its time to end. */
  void interrupt(Collection<TopicPartition> partitions) {
    lock.lock();
    try {
      running.stream()
          .filter(record -> partitions.contains(record.partition()))
          .forEach(InFlightRecord::interrupt);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing of the partitions is running; false if the time wasn't enough. */
  boolean awaitQuiet(Collection<TopicPartition> partitions, Duration timeout)
      throws InterruptedException {
    long left = timeout.toNanos();
    lock.lock();
    try {
      while (running.stream().anyMatch(record -> partitions.contains(record.partition()))) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void startReady() {
    while (running.size() < maxRunning && !ready.isEmpty()) {
      InFlightRecord record = ready.remove();
      running.add(record);
      Thread thread = Thread.ofVirtual().name(name(record)).unstarted(() -> run(record));
      record.startedBy(thread);
      thread.start();
    }
  }

  private void run(InFlightRecord record) {
    try {
      work.accept(record);
    } finally {
      done(record);
    }
  }

  private void done(InFlightRecord record) {
    lock.lock();
    try {
      running.remove(record);
      unfinished--;
      Deque<InFlightRecord> lane = waiting.getOrDefault(record.lane(), new ArrayDeque<>());
      InFlightRecord next = lane.poll();
      if (next == null) {
        waiting.remove(record.lane());
      } else {
        ready.add(next);
      }
      startReady();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static String name(InFlightRecord record) {
    return record.partition() + "@" + record.raw().offset();
  }
}
