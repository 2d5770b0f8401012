/** The command that prepares a broker for the platform. */
@NullMarked
package dev.workflowexecutor.cli.topic;

import org.jspecify.annotations.NullMarked;
