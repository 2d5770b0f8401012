/**
 * Types of facts, each with one deterministic normaliser from people's words to a canonical value.
 */
@NullMarked
package dev.workflowexecutor.workflow.fact;

import org.jspecify.annotations.NullMarked;
