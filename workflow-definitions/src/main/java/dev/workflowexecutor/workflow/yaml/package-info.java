/** YAML read safely, with the place of each value in its file. */
@NullMarked
package dev.workflowexecutor.workflow.yaml;

import org.jspecify.annotations.NullMarked;
