/** The headers that every record of the platform carries. */
@NullMarked
package dev.workflowexecutor.kafka.record;

import org.jspecify.annotations.NullMarked;
