/** What a reader found in a message, as far as it may matter to a decision. */
@NullMarked
package dev.workflowexecutor.decision.intent;

import org.jspecify.annotations.NullMarked;
