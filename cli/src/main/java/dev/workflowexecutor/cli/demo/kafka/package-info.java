/** What the demonstration reads from the broker itself. */
@NullMarked
package dev.workflowexecutor.cli.demo.kafka;

import org.jspecify.annotations.NullMarked;
