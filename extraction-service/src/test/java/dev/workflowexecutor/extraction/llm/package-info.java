@NullMarked
package dev.workflowexecutor.extraction.llm;

import org.jspecify.annotations.NullMarked;
