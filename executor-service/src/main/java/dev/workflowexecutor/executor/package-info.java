/** Carries out decisions: what was decided becomes recorded tool calls and one outcome. */
@NullMarked
package dev.workflowexecutor.executor;

import org.jspecify.annotations.NullMarked;
