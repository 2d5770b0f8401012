package dev.workflowexecutor.kafka.concurrent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  /**
   * Forgets what of the partitions comes after everything that has started, and lets the rest make
   * no more than one attempt. What hasn't started but lies before something that has is still run:
   * without it, nothing behind it could be committed, and would be done twice.
   */
  void withdraw(Collection<TopicPartition> partitions) {
    remove(record -> partitions.contains(record.partition()) && record.isBeyondStarted());
    forEach(partitions, InFlightRecord::stopRetrying);
  }

  /** Forgets what of the partitions isn't running, and interrupts what is; that may take time. */
  void interrupt(Collection<TopicPartition> partitions) {
    remove(record -> partitions.contains(record.partition()));
    forEach(partitions, InFlightRecord::interrupt);
  }

  private void remove(Predicate<InFlightRecord> unwanted) {
    lock.lock();
    try {
      for (Deque<InFlightRecord> lane : waiting.values()) {
        int before = lane.size();
        lane.removeIf(unwanted);
        unfinished -= before - lane.size();
      }
      List<InFlightRecord> idle = ready.stream().filter(unwanted).toList();
      ready.removeAll(idle);
      unfinished -= idle.size();
      idle.forEach(this::leaveLane);
    } finally {
      lock.unlock();
    }
  }

  private void forEach(Collection<TopicPartition> partitions, Consumer<InFlightRecord> action) {
    lock.lock();
    try {
      all().filter(record -> partitions.contains(record.partition())).forEach(action);
    } finally {
      lock.unlock();
    }
  }

  private Stream<InFlightRecord> all() {
    return Stream.of(
            running.stream(), ready.stream(), waiting.values().stream().flatMap(Deque::stream))
        .flatMap(records -> records);
  }

  /** Waits until nothing of the partitions is left; false if the time wasn't enough. */
  boolean awaitQuiet(Collection<TopicPartition> partitions, Duration timeout)
      throws InterruptedException {
    long left = timeout.toNanos();
    lock.lock();
    try {
      while (all().anyMatch(record -> partitions.contains(record.partition()))) {
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
      leaveLane(record);
      startReady();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the next record of the lane come. */
  private void leaveLane(InFlightRecord record) {
    Deque<InFlightRecord> lane = waiting.getOrDefault(record.lane(), new ArrayDeque<>());
    InFlightRecord next = lane.poll();
    if (next == null) {
      waiting.remove(record.lane());
    } else {
      ready.add(next);
    }
  }

  private static String name(InFlightRecord record) {
    return record.partition() + "@" + record.raw().offset();
  }
}
