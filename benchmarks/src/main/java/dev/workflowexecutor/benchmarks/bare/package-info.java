/** A pipeline that only copies bytes: what the platform is measured against. */
@NullMarked
package dev.workflowexecutor.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
