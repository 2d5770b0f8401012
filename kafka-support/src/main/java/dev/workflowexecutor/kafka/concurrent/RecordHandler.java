package dev.workflowexecutor.kafka.concurrent;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is done with a record. Called on a virtual thread of its own, for many records at once, but
 * for one key never before the record before it is done.
 *
 * @param <V> the type of the values
 */
@FunctionalInterface
public interface RecordHandler<V> {

  /**
   * Handles the record; when it returns, the record counts as processed and its offset may be
   * committed. The same record may come again after a crash or a rebalance.
   *
   * @throws InterruptedException if the consumer was closed or lost the partition, and the thread
   *     was interrupted: the record counts as not processed
   * @throws Exception if the record couldn't be handled: it is retried if the fault passes (see
   *     {@link PassingFaults}), else it becomes a dead letter
   */
  void handle(ConsumerRecord<String, V> record) throws Exception;
}
