/** From the files of a pack to checked workflows, or to everything that is wrong with them. */
@NullMarked
package dev.workflowexecutor.workflow.compile;

import org.jspecify.annotations.NullMarked;
