@NullMarked
package dev.workflowexecutor.extraction.embedded;

import org.jspecify.annotations.NullMarked;
