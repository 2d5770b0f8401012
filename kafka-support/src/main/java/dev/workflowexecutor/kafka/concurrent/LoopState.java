package dev.workflowexecutor.kafka.concurrent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What others may know of the loop, and what they may ask of it. Thread-safe. */
final class LoopState {

  private static final Duration TIME_AFTER_FAILURE = Duration.ofSeconds(5);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Duration timeToClose = TIME_AFTER_FAILURE;
  private volatile boolean polling;
  private volatile boolean assigned;
  private volatile @Nullable Throwable failure;

  void close(Duration timeout) {
    timeToClose = timeout;
    closing.countDown();
  }

  boolean isClosing() {
    return closing.getCount() == 0 || failure != null;
  }

  Duration timeToClose() {
    return timeToClose;
  }

  void awaitClosing(Duration pause) {
    try {
      if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        polling = false;
      }
    } catch (InterruptedException e) {
      // Nobody but the owner's end interrupts the loop's thread.
      closing.countDown();
    }
  }

  void polled() {
    polling = true;
  }

  void pollFailed() {
    polling = false;
  }

  void assigned() {
    assigned = true;
  }

  void failed(Throwable cause) {
    failure = cause;
  }

  boolean isFailed() {
    return failure != null;
  }

  void ended() {
    polling = false;
    assigned = false;
    ended.countDown();
  }

  boolean awaitEnded(Duration timeout) throws InterruptedException {
    return ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isHealthy() {
    return polling && failure == null && ended.getCount() > 0;
  }

  boolean isAssigned() {
    return assigned;
  }
}
