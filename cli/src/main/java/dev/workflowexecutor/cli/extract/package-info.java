/** The commands that measure the reader. */
@NullMarked
package dev.workflowexecutor.cli.extract;

import org.jspecify.annotations.NullMarked;
