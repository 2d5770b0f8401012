/** The pure step from a decision or a reply to the next calls or the outcome of the turn. */
@NullMarked
package dev.workflowexecutor.executor.advance;

import org.jspecify.annotations.NullMarked;
