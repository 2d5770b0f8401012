@NullMarked
package dev.workflowexecutor.extraction.reader;

import org.jspecify.annotations.NullMarked;
