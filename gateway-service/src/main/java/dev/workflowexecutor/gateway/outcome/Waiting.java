package dev.workflowexecutor.gateway.outcome;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A place in the queue for one problem's outcome, held until it is closed. */
public final class Waiting implements AutoCloseable {
  private final CompletableFuture<Outcome> outcome;
  private final Runnable leave;

  Waiting(CompletableFuture<Outcome> outcome, Runnable leave) {
    this.outcome = outcome;
    this.leave = leave;
  }

  /** Blocks until the outcome is there; empty when the time is up or the gateway shuts down. */
  public Optional<Outcome> forAtMost(Duration time) {
    try {
      return Optional.of(outcome.get(time.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException | CancellationException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("An outcome is only ever completed or cancelled", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    leave.run();
  }
}
