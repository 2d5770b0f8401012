package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.finding.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog as far as the topic has been read, and those who wait for it. The first record of a
 * version wins, as it does for every other reader of the topic. Thread-safe; written by one thread.
 */
final class FollowedCatalog {

  private static final Logger LOG = LoggerFactory.getLogger(FollowedCatalog.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Consumer<Catalog>> listeners = new ArrayList<>();
  private final NavigableMap<Long, RejectedDefinition> rejected = new ConcurrentSkipListMap<>();
  private volatile Catalog catalog = Catalog.empty();
  private volatile long position;
  private volatile boolean caughtUp;
  private Catalog announced = Catalog.empty();
  private boolean announcedOnce;

  Catalog catalog() {
    return catalog;
  }

  List<RejectedDefinition> rejected() {
    return List.copyOf(rejected.values());
  }

  Optional<RejectedDefinition> rejectedAt(long offset) {
    return Optional.ofNullable(rejected.get(offset));
  }

  boolean isCaughtUp() {
    return caughtUp;
  }

  /** Takes the workflow in; the reasons if it may not join. */
  List<Finding> add(Workflow workflow) {
    Catalog known = catalog;
    List<Finding> conflicts = known.conflicts(workflow);
    if (conflicts.isEmpty() && known.find(workflow.name(), workflow.version()).isEmpty()) {
      catalog = known.with(workflow);
    }
    return conflicts;
  }

  void reject(RejectedDefinition definition) {
    rejected.put(definition.offset(), definition);
  }

  /**
   * Notes that everything before the offset is taken in, and tells those who wait.
   *
   * @param atEnd whether that is everything that was there at the start
   * @param complete whether nothing more is known to wait in the topic: what is published together
   *     is announced together
   */
  void advanceTo(long offset, boolean atEnd, boolean complete) {
    lock.lock();
    try {
      position = offset;
      caughtUp |= atEnd;
      changed.signalAll();
      if (caughtUp && complete && (!announcedOnce || announced != catalog)) {
        announcedOnce = true;
        announced = catalog;
        listeners.forEach(this::tell);
      }
    } finally {
      lock.unlock();
    }
  }

  void onChange(Consumer<Catalog> listener) {
    lock.lock();
    try {
      listeners.add(listener);
      if (announcedOnce) {
        tell(listener);
      }
    } finally {
      lock.unlock();
    }
  }

  private void tell(Consumer<Catalog> listener) {
    try {
      listener.accept(announced);
    } catch (RuntimeException e) {
      LOG.error("a listener failed on the new catalog of definitions", e);
    }
  }

  boolean awaitCaughtUp(Duration timeout) {
    return await(() -> caughtUp, timeout);
  }

  boolean awaitPosition(long offset, Duration timeout) {
    return await(() -> position >= offset, timeout);
  }

  Optional<Workflow> awaitWorkflow(String name, int version, Duration timeout) {
    Optional<Workflow> known = catalog.find(name, version);
    if (known.isEmpty()) {
      await(() -> catalog.find(name, version).isPresent(), timeout);
      known = catalog.find(name, version);
    }
    return known;
  }

  private boolean await(BooleanSupplier condition, Duration timeout) {
    long left = timeout.toNanos();
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
