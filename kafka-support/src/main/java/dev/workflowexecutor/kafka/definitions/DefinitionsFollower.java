package dev.workflowexecutor.kafka.definitions;

import dev.workflowexecutor.events.WorkflowDefinition;
import dev.workflowexecutor.kafka.serde.ConfiguredSerdes;
import dev.workflowexecutor.workflow.Catalog;
import dev.workflowexecutor.workflow.Workflow;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The published definitions, kept up to date: reads the whole topic, and then whatever is added.
 *
 * <p>Each instance reads everything by itself, outside of any consumer group. Records that can't be
 * read, break their contract, don't compile or conflict with an earlier one are logged, counted in
 * {@code workflow.definitions.rejected} by reason, listed by {@link #rejected} and skipped. Their
 * dead letters are written by {@link DefinitionsDeadLetters}, once for all followers. Thread-safe.
 */
public final class DefinitionsFollower implements AutoCloseable {

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final Map<String, Object> config;
  private final FollowedCatalog followed = new FollowedCatalog();
  private @Nullable FollowerLoop loop;
  private @Nullable Thread thread;

  /**
   * A follower that isn't started yet.
   *
   * @param consumerConfig configuration of a Kafka client with {@code bootstrap.servers} and the
   *     keys of {@link ConfiguredSerdes}; groups and the keys' deserializer in it are ignored
   */
  public DefinitionsFollower(Map<String, Object> consumerConfig) {
    this.config = new HashMap<>(consumerConfig);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
  }

  /** Begins to read; waits for the topic if it doesn't exist yet. */
  public synchronized void start() {
    if (loop != null) {
      throw new IllegalStateException("A follower can be started only once");
    }
    var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    var deserializer = ConfiguredSerdes.deserializer(WorkflowDefinition.class, config);
    loop = new FollowerLoop(consumer, deserializer, followed);
    thread = Thread.ofPlatform().name("definitions").daemon(true).start(loop);
  }

  /**
   * Waits until everything was read that was published before the start.
   *
   * @return false if the time wasn't enough
   */
  public boolean awaitCaughtUp(Duration timeout) {
    return followed.awaitCaughtUp(timeout);
  }

  /**
   * Waits until everything was read that is published at this moment.
   *
   * @return false if the time wasn't enough
   * @throws IllegalStateException if it isn't started
   */
  public boolean awaitEnd(Duration timeout) {
    long until = System.nanoTime() + timeout.toNanos();
    try {
      long end = started().end().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return followed.awaitPosition(end, Duration.ofNanos(until - System.nanoTime()));
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new KafkaException("the end of the definitions isn't known", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private synchronized FollowerLoop started() {
    if (loop == null) {
      throw new IllegalStateException("A follower has to be started first");
    }
    return loop;
  }

  /** True once everything was read that was published before the start. */
  public boolean isCaughtUp() {
    return followed.isCaughtUp();
  }

  /** What is published, as far as it was read. */
  public Catalog catalog() {
    return followed.catalog();
  }

  /** The records that were skipped, in the order of the topic. */
  public List<RejectedDefinition> rejected() {
    return followed.rejected();
  }

  /**
   * One version of a workflow; waits for its publication.
   *
   * @throws UnknownWorkflowException if it isn't there when the time is over
   */
  public Workflow require(String name, int version, Duration timeout) {
    return followed
        .awaitWorkflow(name, version, timeout)
        .orElseThrow(() -> new UnknownWorkflowException(name, version));
  }

  /**
   * Has the listener told of each new catalog: the first time when everything published before the
   * start was read (at once if that is so already), then after each change. It is called by one
   * thread at a time, and no further definition is read until it returns.
   */
  public void onChange(Consumer<Catalog> listener) {
    followed.onChange(listener);
  }

  /** Why the record at the offset was skipped; empty if it wasn't, or isn't read yet. */
  Optional<RejectedDefinition> rejectedAt(long offset) {
    return followed.rejectedAt(offset);
  }

  /** Waits until the record at the offset was taken in or rejected. */
  boolean awaitRead(long offset, Duration timeout) {
    return followed.awaitPosition(offset + 1, timeout);
  }

  /** Ends reading; the catalog stays as it is. */
  @Override
  public synchronized void close() {
    if (loop == null || thread == null) {
      return;
    }
    loop.close();
    thread.interrupt();
    try {
      thread.join(CLOSE_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
