package dev.workflowexecutor.gateway.kafka;

import dev.workflowexecutor.gateway.ticket.Slice;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that the read model leaves out, and why. */
record RefusedRecord(ConsumerRecord<byte[], byte[]> record, RuntimeException fault) {

  Slice.Source source() {
    return new Slice.Source(record.topic(), record.partition());
  }
}
