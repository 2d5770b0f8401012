/** Calling tools over HTTP: where they live, what they need, and what to make of their answers. */
@NullMarked
package dev.workflowexecutor.executor.tool;

import org.jspecify.annotations.NullMarked;
