/** Deciding about a turn: a pure function of the definitions, the ticket and the intent. */
@NullMarked
package dev.workflowexecutor.decision.decide;

import org.jspecify.annotations.NullMarked;
