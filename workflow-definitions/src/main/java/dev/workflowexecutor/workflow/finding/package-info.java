/** What a check has to say about a pack: where, what was expected, what was found, what to do. */
@NullMarked
package dev.workflowexecutor.workflow.finding;

import org.jspecify.annotations.NullMarked;
