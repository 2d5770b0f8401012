/** Turns an intent into a decision by the rules of a workflow. */
@NullMarked
package dev.workflowexecutor.decision;

import org.jspecify.annotations.NullMarked;
