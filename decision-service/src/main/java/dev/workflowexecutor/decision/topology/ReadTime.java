package dev.workflowexecutor.decision.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time of an intent: when it was read, so that a copy of the topic is decided as the topic was.
 * A time beyond the record's own is not believed, since it would end every open ticket.
 */
final class ReadTime implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    long written = Math.max(0, record.timestamp());
    return record.value() instanceof IncomingIntent incoming
        ? Math.clamp(incoming.value().getExtractedAt().toEpochMilli(), 0, written)
        : written;
  }
}
