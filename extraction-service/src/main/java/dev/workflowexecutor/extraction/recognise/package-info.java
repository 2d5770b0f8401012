/** Finds, in a message, the spans that state a value of a declared fact. */
@NullMarked
package dev.workflowexecutor.extraction.recognise;

import org.jspecify.annotations.NullMarked;
