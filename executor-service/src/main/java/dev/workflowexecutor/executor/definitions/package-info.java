/** The published workflow definitions, as far as carrying out decisions needs them. */
@NullMarked
package dev.workflowexecutor.executor.definitions;

import org.jspecify.annotations.NullMarked;
