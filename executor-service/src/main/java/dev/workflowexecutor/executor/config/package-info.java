/** The wiring: properties, Spring beans, lifecycle, health and metrics. */
@NullMarked
package dev.workflowexecutor.executor.config;

import org.jspecify.annotations.NullMarked;
