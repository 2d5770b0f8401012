@NullMarked
package dev.workflowexecutor.extraction;

import org.jspecify.annotations.NullMarked;
