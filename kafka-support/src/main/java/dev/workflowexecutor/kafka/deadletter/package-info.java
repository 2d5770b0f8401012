/** Dead letters: records that can't be processed, kept with the reason. */
@NullMarked
package dev.workflowexecutor.kafka.deadletter;

import org.jspecify.annotations.NullMarked;
