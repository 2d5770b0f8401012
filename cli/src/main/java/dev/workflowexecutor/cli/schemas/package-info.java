/** The commands that check, register and release the schemas of the platform's topics. */
@NullMarked
package dev.workflowexecutor.cli.schemas;

import org.jspecify.annotations.NullMarked;
