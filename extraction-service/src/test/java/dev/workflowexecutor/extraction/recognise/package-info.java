@NullMarked
package dev.workflowexecutor.extraction.recognise;

import org.jspecify.annotations.NullMarked;
