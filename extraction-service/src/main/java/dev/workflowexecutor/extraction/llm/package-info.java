/** The reader that asks a language model, whose answer is untrusted. */
@NullMarked
package dev.workflowexecutor.extraction.llm;

import org.jspecify.annotations.NullMarked;
