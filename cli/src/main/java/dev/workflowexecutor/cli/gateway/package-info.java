/** The commands that talk to a running platform over HTTP. */
@NullMarked
package dev.workflowexecutor.cli.gateway;

import org.jspecify.annotations.NullMarked;
