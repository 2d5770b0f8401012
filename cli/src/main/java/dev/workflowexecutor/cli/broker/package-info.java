/** How commands reach a broker. */
@NullMarked
package dev.workflowexecutor.cli.broker;

import org.jspecify.annotations.NullMarked;
