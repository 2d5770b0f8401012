/** The platform under load: one that runs already, or one of this process. */
@NullMarked
package dev.workflowexecutor.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
