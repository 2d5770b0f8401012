/** A serde of somebody else's, which the platform runs with by its class names alone. */
@NullMarked
package dev.workflowexecutor.standalone.foreign;

import org.jspecify.annotations.NullMarked;
