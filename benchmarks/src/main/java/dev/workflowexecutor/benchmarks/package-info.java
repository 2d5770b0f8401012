/** Speed, measured beside something real in the same run; nothing here is asserted. */
@NullMarked
package dev.workflowexecutor.benchmarks;

import org.jspecify.annotations.NullMarked;
