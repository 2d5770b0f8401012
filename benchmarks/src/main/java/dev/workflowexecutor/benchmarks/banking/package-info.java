/** Real customer questions through a whole running platform. */
@NullMarked
package dev.workflowexecutor.benchmarks.banking;

import org.jspecify.annotations.NullMarked;
