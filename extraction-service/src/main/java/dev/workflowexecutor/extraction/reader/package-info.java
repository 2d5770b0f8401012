/** Keeps a chain of readers trained on the newest definitions. */
@NullMarked
package dev.workflowexecutor.extraction.reader;

import org.jspecify.annotations.NullMarked;
