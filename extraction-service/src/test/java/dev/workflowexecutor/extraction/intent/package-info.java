@NullMarked
package dev.workflowexecutor.extraction.intent;

import org.jspecify.annotations.NullMarked;
