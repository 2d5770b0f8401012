package dev.workflowexecutor.extraction.reader;

import dev.workflowexecutor.extraction.intent.ExtractIntent;
import dev.workflowexecutor.workflow.Catalog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains readers in the background whenever the definitions change, and hands out the newest.
 *
 * <p>Who asks while a training is under way waits for it, so that what is published is understood
 * from the next message on; after the given patience the readers of the time before are good
 * enough. Before the first training for a workflow there are none, and the wait has no end: readers
 * that know no workflow could only turn everybody away, and what they are asked about would be lost
 * to the workflows that are published a moment later. Changes that arrive during a training are
 * trained together. Thread-safe.
 */
public final class TrainedReaders implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TrainedReaders.class);

  private final Function<Catalog, ExtractIntent> trainer;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Catalog wanted;
  private @Nullable Catalog trained;
  private @Nullable ExtractIntent readers;
  private boolean closed;
  private @Nullable Thread thread;

  public TrainedReaders(Function<Catalog, ExtractIntent> trainer, Duration patience) {
    this.trainer = trainer;
    this.patience = patience;
  }

  /** Asks for readers for this catalog, unless it is what they are trained for; returns at once. */
  public void train(Catalog catalog) {
    lock.lock();
    try {
      if (wanted != null && wanted.hash().equals(catalog.hash())) {
        return;
      }
      wanted = catalog;
      changed.signalAll();
      if (thread == null && !closed) {
        thread = Thread.ofPlatform().daemon().name("reader-training").start(this::run);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether the newest catalog is trained, and has a workflow. */
  public boolean isUpToDate() {
    lock.lock();
    try {
      return readers != null && wanted == trained;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The newest readers.
   *
   * @throws InterruptedException if the caller is interrupted while it waits, or after the end
   */
  public ExtractIntent current() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = patience.toNanos();
      while (!closed && (readers == null || (wanted != trained && nanos > 0))) {
        if (readers == null) {
          changed.await();
        } else {
          nanos = changed.awaitNanos(nanos);
        }
      }
      if (closed || readers == null) {
        // Readers that get ready in the last moment would read a later message before this one.
        throw new InterruptedException("the readers are closed");
      }
      return readers;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Trains no more and hands out no more readers; a training that is under way ends in its own
   * time, and nobody waits for it any longer.
   */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      for (Catalog next = next(); next != null; next = next()) {
        long start = System.nanoTime();
        ExtractIntent fresh = trainer.apply(next);
        log.info(
            "readers trained for {} workflows in {} ms",
            next.latest().size(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        if (next.latest().isEmpty()) {
          log.warn(
              "no workflow is published; problems wait for the first: wfx workflow publish PACK");
        }
        swap(next, fresh);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Catalog next() throws InterruptedException {
    lock.lock();
    try {
      while (!closed && wanted == trained) {
        changed.await();
      }
      return closed ? null : wanted;
    } finally {
      lock.unlock();
    }
  }

  private void swap(Catalog catalog, ExtractIntent fresh) {
    lock.lock();
    try {
      trained = catalog;
      // Even a training for nothing has loaded what the next one needs.
      readers = catalog.latest().isEmpty() ? null : fresh;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
