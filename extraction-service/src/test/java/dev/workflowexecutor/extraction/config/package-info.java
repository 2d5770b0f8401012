@NullMarked
package dev.workflowexecutor.extraction.config;

import org.jspecify.annotations.NullMarked;
