/** What the registry serdes cost beside plain Avro. */
@NullMarked
package dev.workflowexecutor.benchmarks.serde;

import org.jspecify.annotations.NullMarked;
