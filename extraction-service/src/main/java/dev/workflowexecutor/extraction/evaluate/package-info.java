/** Measures a reader on rows whose right intents are known. */
@NullMarked
package dev.workflowexecutor.extraction.evaluate;

import org.jspecify.annotations.NullMarked;
