/** The schema registry as a child process that never outlives its parent. */
@NullMarked
package dev.workflowexecutor.standalone.registry;

import org.jspecify.annotations.NullMarked;
