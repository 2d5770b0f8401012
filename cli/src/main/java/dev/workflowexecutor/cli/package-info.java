/** The command line: what people type, and what they get to read. */
@NullMarked
package dev.workflowexecutor.cli;

import org.jspecify.annotations.NullMarked;
