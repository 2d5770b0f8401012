/** The tool worker's side of Kafka: recorded calls come in, recorded replies go out. */
@NullMarked
package dev.workflowexecutor.executor.kafka;

import org.jspecify.annotations.NullMarked;
