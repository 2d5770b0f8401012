package dev.workflowexecutor.kafka.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where unprocessable records go. Implementations are thread-safe. */
@FunctionalInterface
public interface DeadLetters {

  /**
   * Stores the record as a dead letter, and returns only when it is stored.
   *
   * @throws org.apache.kafka.common.KafkaException if it isn't stored: the record counts as not
   *     processed, and the caller tries again
   * @throws InterruptedException if the caller is interrupted while it waits
   */
  void publish(ConsumerRecord<byte[], byte[]> original, String reason, Throwable cause)
      throws InterruptedException;
}
