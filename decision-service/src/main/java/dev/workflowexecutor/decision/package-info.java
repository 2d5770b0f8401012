@NullMarked
package dev.workflowexecutor.decision;

import org.jspecify.annotations.NullMarked;
