/** The command that shows the whole path on sample problems. */
@NullMarked
package dev.workflowexecutor.cli.demo;

import org.jspecify.annotations.NullMarked;
