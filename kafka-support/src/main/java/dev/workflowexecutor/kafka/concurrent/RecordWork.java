package dev.workflowexecutor.kafka.concurrent;

import dev.workflowexecutor.kafka.concurrent.ConsumerMetrics.Outcome;
import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.deadletter.DeadLetters;
import dev.workflowexecutor.kafka.retry.Backoff;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one record to its end: handled, stored as a dead letter, or abandoned because the
 * partition or the consumer went away, and then it is read again by whoever comes next.
 *
 * @param <V> the type of the values
 */
final class RecordWork<V> implements Consumer<InFlightRecord> {

  private static final Logger LOG = LoggerFactory.getLogger(RecordWork.class);

  private final Deserializer<V> deserializer;
  private final RecordHandler<V> handler;
  private final DeadLetters deadLetters;
  private final Predicate<Throwable> passing;
  private final Backoff backoff;
  private final ConsumerMetrics metrics;
  private final LoopState state;

  RecordWork(
      Deserializer<V> deserializer,
      RecordHandler<V> handler,
      DeadLetters deadLetters,
      Predicate<Throwable> passing,
      Backoff backoff,
      ConsumerMetrics metrics,
      LoopState state) {
    this.deserializer = deserializer;
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.passing = passing;
    this.backoff = backoff;
    this.metrics = metrics;
    this.state = state;
  }

  @Override
  public void accept(InFlightRecord record) {
    try {
      if (complete(record)) {
        record.finish();
      } else {
        metrics.count(record.raw().topic(), Outcome.ABANDONED);
      }
    } catch (InterruptedException e) {
      // The thread is the record's own and ends here.
      metrics.count(record.raw().topic(), Outcome.ABANDONED);
    } catch (Error e) {
      state.failed(e);
    }
  }

  /** True if the record needn't be read again. */
  private boolean complete(InFlightRecord record) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      Throwable failure = attempt(record);
      if (failure == null) {
        return true;
      }
      if (record.isUnwanted() || state.isClosing()) {
        // What fails while everything around is being closed may be no fault of the record.
        return false;
      }
      if (!passing.test(failure)) {
        return bury(record, failure);
      }
      metrics.count(record.raw().topic(), Outcome.RETRIED);
      LOG.warn("{}, attempt {} failed, retrying: {}", name(record), failures, failure.toString());
      if (!record.pause(backoff.pauseAfter(failures))) {
        return false;
      }
    }
  }

  /** One attempt; null if it succeeded. */
  private @Nullable Throwable attempt(InFlightRecord record) throws InterruptedException {
    long start = System.nanoTime();
    try {
      handler.handle(typed(record));
    } catch (InterruptedException e) {
      throw e;
    } catch (InterruptException e) {
      throw new InterruptedException();
    } catch (Exception | StackOverflowError | AssertionError e) {
      return e;
    }
    metrics.handled(record.raw().topic(), Duration.ofNanos(System.nanoTime() - start));
    return null;
  }

  private ConsumerRecord<String, V> typed(InFlightRecord record) {
    ConsumerRecord<byte[], byte[]> raw = record.raw();
    V value = deserializer.deserialize(raw.topic(), raw.headers(), raw.value());
    return new ConsumerRecord<>(
        raw.topic(),
        raw.partition(),
        raw.offset(),
        raw.timestamp(),
        raw.timestampType(),
        raw.serializedKeySize(),
        raw.serializedValueSize(),
        record.key(),
        value,
        raw.headers(),
        raw.leaderEpoch());
  }

  /** Stores the record as a dead letter, however long it takes; false if it is unwanted first. */
  private boolean bury(InFlightRecord record, Throwable failure) throws InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        deadLetters.publish(record.raw(), DeadLetter.reason(failure), failure);
        metrics.count(record.raw().topic(), Outcome.DEAD_LETTER);
        return true;
      } catch (InterruptException e) {
        throw new InterruptedException();
      } catch (RuntimeException e) {
        LOG.error("{} can't be stored as a dead letter, retrying: {}", name(record), told(e));
        if (!record.pause(backoff.pauseAfter(failures))) {
          return false;
        }
      }
    }
  }

  private static String told(RuntimeException failure) {
    return failure.getCause() == null ? failure.toString() : failure + ": " + failure.getCause();
  }

  private static String name(InFlightRecord record) {
    return record.partition() + "@" + record.raw().offset();
  }
}
