/** The key-ordered consumer: many records in flight, each key in order. */
@NullMarked
package dev.workflowexecutor.kafka.concurrent;

import org.jspecify.annotations.NullMarked;
