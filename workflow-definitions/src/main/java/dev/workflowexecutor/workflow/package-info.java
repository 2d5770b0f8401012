@NullMarked
package dev.workflowexecutor.workflow;

import org.jspecify.annotations.NullMarked;
