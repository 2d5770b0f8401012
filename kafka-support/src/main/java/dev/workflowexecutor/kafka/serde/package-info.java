/** Kafka serializers and deserializers for Avro records in the Confluent wire format. */
@NullMarked
package dev.workflowexecutor.kafka.serde;

import org.jspecify.annotations.NullMarked;
