/** Workflow definitions as they travel on their topic: published and followed. */
@NullMarked
package dev.workflowexecutor.kafka.definitions;

import org.jspecify.annotations.NullMarked;
