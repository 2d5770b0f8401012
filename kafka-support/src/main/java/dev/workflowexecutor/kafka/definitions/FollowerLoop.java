package dev.workflowexecutor.kafka.definitions;

import static dev.workflowexecutor.kafka.definitions.RejectedDefinition.REJECTED;

import dev.workflowexecutor.events.WorkflowDefinition;
import dev.workflowexecutor.kafka.contract.Contracts;
import dev.workflowexecutor.kafka.contract.Verdict;
import dev.workflowexecutor.kafka.deadletter.DeadLetter;
import dev.workflowexecutor.kafka.deadletter.Floods;
import dev.workflowexecutor.kafka.retry.Backoff;
import dev.workflowexecutor.kafka.topic.Topic;
import dev.workflowexecutor.workflow.finding.Finding;
import io.micrometer.core.instrument.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that reads the topic of definitions from its beginning, and then goes on reading. */
final class FollowerLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(FollowerLoop.class);
  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.WORKFLOWS_DEFINITIONS.topicName(), 0);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LONGEST_REASON = 2_000;
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

  private final Consumer<byte[], byte[]> consumer;
  private final Deserializer<WorkflowDefinition> deserializer;
  private final FollowedCatalog followed;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Floods floods = new Floods();
  private final Queue<CompletableFuture<Long>> askedForTheEnd = new ConcurrentLinkedQueue<>();
  private long end = Long.MAX_VALUE;
  private long next;
  private int failures;

  FollowerLoop(
      Consumer<byte[], byte[]> consumer,
      Deserializer<WorkflowDefinition> deserializer,
      FollowedCatalog followed) {
    this.consumer = consumer;
    this.deserializer = deserializer;
    this.followed = followed;
  }

  /** Where the topic ends at this moment; completed by the loop. */
  CompletableFuture<Long> end() {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    askedForTheEnd.add(answer);
    return answer;
  }

  /** Ends the loop; the thread is to be interrupted as well. */
  void close() {
    closing.countDown();
  }

  @Override
  @SuppressWarnings("CatchingUnchecked") // whatever goes wrong, the definitions are followed
  public void run() {
    boolean assigned = false;
    while (isOpen()) {
      try {
        if (assigned) {
          consumer.seek(PARTITION, next);
          follow();
        } else {
          assigned = assign();
        }
      } catch (RuntimeException e) {
        if (isOpen()) {
          LOG.warn("following the definitions failed, trying again: {}", e.toString());
          pause();
        }
      }
    }
    // The interruption that ended the loop would keep the consumer from saying goodbye.
    Thread.interrupted();
    consumer.close();
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private boolean assign() {
    if (consumer.partitionsFor(PARTITION.topic()).isEmpty()) {
      pause();
      return false;
    }
    consumer.assign(List.of(PARTITION));
    next = consumer.beginningOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    end = endNow();
    return true;
  }

  private long endNow() {
    return consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
  }

  /** Reads on until it fails, and then has to begin at the next record. */
  private void follow() {
    while (isOpen()) {
      tellTheEnd();
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        take(record);
        if (!isOpen()) {
          return;
        }
        next = record.offset() + 1;
        followed.advanceTo(next, false, false);
      }
      next = consumer.position(PARTITION);
      boolean moreWaits = consumer.currentLag(PARTITION).orElse(0) > 0;
      followed.advanceTo(next, next >= end, !moreWaits);
      failures = 0;
    }
  }

  private void tellTheEnd() {
    if (askedForTheEnd.isEmpty()) {
      return;
    }
    // Before the end is looked up: who asks meanwhile waits for the next look.
    int asked = askedForTheEnd.size();
    long now = endNow();
    for (int i = 0; i < asked; i++) {
      Objects.requireNonNull(askedForTheEnd.poll()).complete(now);
    }
  }

  /** Takes a record in or rejects it, however long the registry keeps silent. */
  private void take(ConsumerRecord<byte[], byte[]> record) {
    for (int attempts = 1; isOpen(); attempts++) {
      try {
        WorkflowDefinition definition = deserializer.deserialize(record.topic(), record.value());
        takeReadable(record, definition);
        return;
      } catch (SerializationException e) {
        reject(record, DeadLetter.reason(e), e.getMessage());
        return;
      } catch (RetriableException e) {
        LOG.warn("a definition waits, attempt {}: {}", attempts, e.toString());
        pause();
      }
    }
  }

  private void takeReadable(
      ConsumerRecord<byte[], byte[]> record, @Nullable WorkflowDefinition definition) {
    switch (Contracts.DEFINITION.check(key(record), definition)) {
      case Verdict.Kept<WorkflowDefinition>(var kept) -> add(record, kept);
      case Verdict.Refused<WorkflowDefinition> refused ->
          reject(record, refused.fault().reason(), refused.fault().getMessage());
    }
  }

  private void add(ConsumerRecord<byte[], byte[]> record, WorkflowDefinition definition) {
    try {
      List<Finding> conflicts = followed.add(DefinitionCodec.decode(definition));
      if (!conflicts.isEmpty()) {
        reject(record, REJECTED, "It conflicts with what was published before: " + conflicts);
      }
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever a definition makes the compiler do, the ones after it are still read.
      reject(record, REJECTED, e.getMessage());
    }
  }

  private void reject(ConsumerRecord<byte[], byte[]> record, String code, @Nullable String reason) {
    String key = Objects.requireNonNullElse(key(record), "");
    String told = shortened(String.valueOf(reason));
    followed.reject(new RejectedDefinition(key, record.offset(), code, told));
    Metrics.counter("workflow.definitions.rejected", "reason", code).increment();
    floods
        .next(code)
        .ifPresent(
            number ->
                LOG.error(
                    "the definition at offset {} is rejected, no. {} within a minute: {}: {}",
                    record.offset(),
                    number,
                    code,
                    told));
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...";
  }

  private static @Nullable String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
  }

  private void pause() {
    failures++;
    try {
      if (closing.await(BACKOFF.pauseAfter(failures).toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("closing");
      }
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }
}
