@NullMarked
package dev.workflowexecutor.extraction.kafka;

import org.jspecify.annotations.NullMarked;
