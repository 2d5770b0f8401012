/**
 * Contracts of tools: what goes in, what comes out, how long it may take, whether it may be
 * repeated.
 */
@NullMarked
package dev.workflowexecutor.workflow.tool;

import org.jspecify.annotations.NullMarked;
