package dev.workflowexecutor.kafka.concurrent;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records as a broker gives them. */
final class RawRecords {

  private RawRecords() {}

  static ConsumerRecord<byte[], byte[]> of(
      TopicPartition partition, long offset, @Nullable String key, byte[] value) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        1_700_000_000_000L,
        TimestampType.CREATE_TIME,
        key == null ? -1 : key.length(),
        value.length,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  static ConsumerRecord<byte[], byte[]> of(
      TopicPartition partition, long offset, @Nullable String key, String value) {
    return of(partition, offset, key, value.getBytes(StandardCharsets.UTF_8));
  }
}
