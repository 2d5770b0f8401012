/**
 * The memory of a conversation: facts, the open question, the bound workflow, and its stored form.
 */
@NullMarked
package dev.workflowexecutor.decision.ticket;

import org.jspecify.annotations.NullMarked;
