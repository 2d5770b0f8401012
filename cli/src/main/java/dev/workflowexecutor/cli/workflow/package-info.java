/** The commands that check, test and publish packs. */
@NullMarked
package dev.workflowexecutor.cli.workflow;

import org.jspecify.annotations.NullMarked;
