/** The contracts of a service held against the registry, before it takes a record. */
@NullMarked
package dev.workflowexecutor.kafka.gate;

import org.jspecify.annotations.NullMarked;
