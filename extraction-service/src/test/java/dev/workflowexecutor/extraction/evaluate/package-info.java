@NullMarked
package dev.workflowexecutor.extraction.evaluate;

import org.jspecify.annotations.NullMarked;
