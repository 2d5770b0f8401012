/**
 * The contracts over time: their released versions, and the check that a change breaks none of
 * them.
 */
@NullMarked
package dev.workflowexecutor.schemas;

import org.jspecify.annotations.NullMarked;
