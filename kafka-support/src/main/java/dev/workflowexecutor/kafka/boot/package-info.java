/** What services that are Spring applications share; Spring is an optional dependency. */
@NullMarked
package dev.workflowexecutor.kafka.boot;

import org.jspecify.annotations.NullMarked;
