/** How much memory the platform takes, as the operating system counts it. */
@NullMarked
package dev.workflowexecutor.standalone.memory;

import org.jspecify.annotations.NullMarked;
