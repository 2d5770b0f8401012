/** The platform beside the bare pipeline: interleaved rounds on one broker. */
@NullMarked
package dev.workflowexecutor.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
