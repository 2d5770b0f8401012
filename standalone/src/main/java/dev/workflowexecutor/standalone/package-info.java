@NullMarked
package dev.workflowexecutor.standalone;

import org.jspecify.annotations.NullMarked;
