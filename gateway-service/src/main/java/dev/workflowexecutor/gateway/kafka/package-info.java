/** The gateway's side of Kafka: writes problems, follows problems and results. The only Avro. */
@NullMarked
package dev.workflowexecutor.gateway.kafka;

import org.jspecify.annotations.NullMarked;
