/** The schema registry as a client sees it: over HTTP, or in memory for tests. */
@NullMarked
package dev.workflowexecutor.kafka.registry;

import org.jspecify.annotations.NullMarked;
