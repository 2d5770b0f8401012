@NullMarked
package dev.workflowexecutor.extraction.spelling;

import org.jspecify.annotations.NullMarked;
