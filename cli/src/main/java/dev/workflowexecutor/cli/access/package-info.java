/** The commands for access control on the broker. */
@NullMarked
package dev.workflowexecutor.cli.access;

import org.jspecify.annotations.NullMarked;
