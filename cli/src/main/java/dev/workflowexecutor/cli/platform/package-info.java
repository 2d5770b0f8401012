/** The command that runs the platform in the foreground. */
@NullMarked
package dev.workflowexecutor.cli.platform;

import org.jspecify.annotations.NullMarked;
