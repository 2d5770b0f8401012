package dev.workflowexecutor.decision.config;

import dev.workflowexecutor.decision.topology.Definitions;
import dev.workflowexecutor.workflow.Catalog;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The definitions as they are published, as soon as they are read. */
final class FollowedDefinitions implements Definitions {

  private static final Logger LOG = LoggerFactory.getLogger(FollowedDefinitions.class);

  private final Supplier<Catalog> current;
  private final Duration longest;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<String> missed = new HashSet<>();

  /**
   * Definitions that are read elsewhere.
   *
   * @param current the catalog as it is by now
   * @param longest how long anybody waits for a definition
   */
  FollowedDefinitions(Supplier<Catalog> current, Duration longest) {
    this.current = current;
    this.longest = longest;
  }

  /** Has those who wait look at the catalog again. */
  void changed() {
    lock.lock();
    try {
      missed.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Catalog knowing(String what, Predicate<Catalog> wanted) {
    lock.lock();
    try {
      long left = missed.contains(what) ? 0 : longest.toNanos();
      while (left > 0 && !wanted.test(current.get())) {
        left = changed.awaitNanos(left);
      }
      if (left <= 0 && missed.add(what)) {
        LOG.warn("no definition of {} within {}", what, longest);
      }
      return current.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a definition", e);
    } finally {
      lock.unlock();
    }
  }
}
