/** Outcomes on their way to whoever waits for them: blocked requests and event streams. */
@NullMarked
package dev.workflowexecutor.gateway.outcome;

import org.jspecify.annotations.NullMarked;
