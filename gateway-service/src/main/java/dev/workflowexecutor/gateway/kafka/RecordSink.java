package dev.workflowexecutor.gateway.kafka;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** What becomes of the records that are followed. Called by one thread only. */
interface RecordSink {

  /**
   * Sets the place from which each partition is read. Called at the start, after each fault and
   * when a topic has got more partitions.
   */
  void seek(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions);

  /** Takes records; if it throws they will come again, from the place that seek then sets. */
  void take(ConsumerRecords<byte[], byte[]> records);

  /** Called after each look at the topics, also when nothing was there. */
  default void looked(Consumer<byte[], byte[]> consumer) {}
}
