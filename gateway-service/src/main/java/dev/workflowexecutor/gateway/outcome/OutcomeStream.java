package dev.workflowexecutor.gateway.outcome;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes on their way to one connection. One thread takes, any thread offers; who takes too
 * slowly is cut off rather than waited for.
 */
public final class OutcomeStream implements AutoCloseable {
  private static final int QUEUED = 1_000;

  private final BlockingQueue<Signal> queue = new LinkedBlockingQueue<>(QUEUED);
  private final Consumer<OutcomeStream> leave;
  private final Set<String> taken = new HashSet<>();
  private final boolean distinct;
  private volatile boolean ended;

  /** A stream that gives each outcome once, however often it is offered. */
  static OutcomeStream distinct(Consumer<OutcomeStream> leave) {
    return new OutcomeStream(leave, true);
  }

  /** A stream of outcomes that are never offered twice. */
  static OutcomeStream plain(Consumer<OutcomeStream> leave) {
    return new OutcomeStream(leave, false);
  }

  private OutcomeStream(Consumer<OutcomeStream> leave, boolean distinct) {
    this.leave = leave;
    this.distinct = distinct;
  }

  /** What comes next on the stream. */
  sealed interface Next {
    /** An outcome. */
    record Event(Outcome outcome) implements Next {}

    /** Nothing, for as long as was asked. */
    record Quiet() implements Next {}

    /** The end: of the gateway, or of its patience. */
    record Ended() implements Next {}
  }

  private record Signal(Optional<Outcome> outcome) {}

  void offer(Outcome outcome) {
    if (!queue.offer(new Signal(Optional.of(outcome)))) {
      end();
    }
  }

  void end() {
    ended = true;
    // Wakes a taker that waits on the empty queue; on a full one nobody waits.
    queue.offer(new Signal(Optional.empty()));
  }

  /** Leaves an outcome out, because the other side has it. */
  public void skip(Outcome outcome) {
    taken.add(outcome.resultId());
  }

  /** Counts an outcome as given; whether it wasn't before. */
  boolean first(Outcome outcome) {
    return !distinct || taken.add(outcome.resultId());
  }

  Next next(Duration quiet) throws InterruptedException {
    while (!ended) {
      @Nullable Signal signal = queue.poll(quiet.toNanos(), TimeUnit.NANOSECONDS);
      if (signal == null) {
        return new Next.Quiet();
      }
      Optional<Outcome> fresh = signal.outcome().filter(this::first);
      if (fresh.isPresent()) {
        return new Next.Event(fresh.get());
      }
    }
    return new Next.Ended();
  }

  @Override
  public void close() {
    leave.accept(this);
  }
}
