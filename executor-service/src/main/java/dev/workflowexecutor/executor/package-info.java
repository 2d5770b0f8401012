@NullMarked
package dev.workflowexecutor.executor;

import org.jspecify.annotations.NullMarked;
