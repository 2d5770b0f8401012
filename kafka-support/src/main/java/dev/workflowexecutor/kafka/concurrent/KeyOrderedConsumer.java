package dev.workflowexecutor.kafka.concurrent;

import dev.workflowexecutor.kafka.concurrent.KeyOrderedConsumerBuilder.Connect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka consumer for slow work: many records in flight, each on a virtual thread of its own, each
 * key's in order.
 *
 * <p>Offsets are committed only as far as all records before them are processed, so that every
 * record is handled at least once. Values that can't be read, and records whose handler fails for
 * good, become dead letters; passing faults are retried, which holds up their key and no other.
 * When a partition goes to another member, what has started may end first, and is then not handled
 * again; what doesn't end in the time given is interrupted and handled again by the new member.
 *
 * <p>Thread-safe. Made by {@link KeyOrderedConsumerBuilder}.
 *
 * @param <V> the type of the values
 */
public final class KeyOrderedConsumer<V> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeyOrderedConsumer.class);
  private static final Duration DEFAULT_CLOSE_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final String name;
  private final List<String> topics;
  private final Connect connect;
  private final KeyLanes lanes;
  private final LoopSettings settings;
  private final LoopState state;
  private final ConsumerMetrics metrics;
  private final AtomicReference<@Nullable Consumer<byte[], byte[]>> consumer =
      new AtomicReference<>();
  private @Nullable AutoCloseable shown;

  KeyOrderedConsumer(
      String name,
      List<String> topics,
      Connect connect,
      KeyLanes lanes,
      LoopSettings settings,
      LoopState state,
      ConsumerMetrics metrics) {
    this.name = name;
    this.topics = topics;
    this.connect = connect;
    this.lanes = lanes;
    this.settings = settings;
    this.state = state;
    this.metrics = metrics;
  }

  /**
   * Subscribes and begins to take records.
   *
   * @throws IllegalStateException if it was started or closed before
   */
  public synchronized void start() {
    if (consumer.get() != null || state.isClosing()) {
      throw new IllegalStateException("The consumer " + name + " can be started only once");
    }
    Consumer<byte[], byte[]> connected = connect.connect();
    consumer.set(connected);
    shown = metrics.show(lanes, connected);
    Thread.ofPlatform()
        .name("consumer-" + name)
        .start(new ConsumerLoop(connected, topics, lanes, settings, state));
  }

  /** True while it polls without failing. */
  public boolean isHealthy() {
    return state.isHealthy();
  }

  /** True once the group has given it its partitions (they may be none). */
  public boolean isAssigned() {
    return state.isAssigned();
  }

  /** True between start and close, unless it failed. */
  public boolean isTaking() {
    return consumer.get() != null && !state.isClosing();
  }

  /** The number of records that were read and aren't done. */
  public int inFlight() {
    return lanes.unfinished();
  }

  /** The number of records whose handlers run now; never more than the bound. */
  public int running() {
    return lanes.running();
  }

  /** Closes within 30 seconds; see {@link #close(Duration)}. */
  @Override
  public void close() {
    close(DEFAULT_CLOSE_TIMEOUT);
  }

  /**
   * Takes no more records, lets those that run end within the time, interrupts the rest, commits,
   * and leaves the group. What wasn't done is read again by the next consumer. Closing twice does
   * nothing more.
   */
  public void close(Duration timeout) {
    state.close(timeout);
    Consumer<byte[], byte[]> connected = consumer.get();
    if (connected == null) {
      return;
    }
    connected.wakeup();
    try {
      if (!state.awaitEnded(timeout.plus(settings.commitTimeout()).plus(SLACK))) {
        LOG.warn("the consumer {} is still closing", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    hide();
  }

  private synchronized void hide() {
    if (shown != null) {
      try {
        shown.close();
      } catch (Exception e) {
        LOG.debug("the meters of {} weren't removed", name, e);
      }
      shown = null;
    }
  }
}
