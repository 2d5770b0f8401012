@NullMarked
package dev.workflowexecutor.benchmarks;

import org.jspecify.annotations.NullMarked;
