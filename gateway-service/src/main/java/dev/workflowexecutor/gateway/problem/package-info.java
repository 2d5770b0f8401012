/** A problem in a person's own words: reading it from HTTP, checking it and submitting it once. */
@NullMarked
package dev.workflowexecutor.gateway.problem;

import org.jspecify.annotations.NullMarked;
