/** Proofs over rules: that none is dead and that no case is left open. */
@NullMarked
package dev.workflowexecutor.workflow.prove;

import org.jspecify.annotations.NullMarked;
