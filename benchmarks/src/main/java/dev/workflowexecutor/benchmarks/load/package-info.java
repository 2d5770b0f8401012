/** Load on a way from one topic to another, and how long each record takes. */
@NullMarked
package dev.workflowexecutor.benchmarks.load;

import org.jspecify.annotations.NullMarked;
