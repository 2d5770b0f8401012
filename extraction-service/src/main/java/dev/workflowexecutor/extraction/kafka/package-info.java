/** The way of a problem through Kafka: from problems.raw to intents.extracted. */
@NullMarked
package dev.workflowexecutor.extraction.kafka;

import org.jspecify.annotations.NullMarked;
