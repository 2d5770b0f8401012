/** Retrying with growing pauses. */
@NullMarked
package dev.workflowexecutor.kafka.retry;

import org.jspecify.annotations.NullMarked;
