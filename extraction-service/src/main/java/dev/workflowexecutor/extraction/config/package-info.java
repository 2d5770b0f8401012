/** How the service is put together and configured. */
@NullMarked
package dev.workflowexecutor.extraction.config;

import org.jspecify.annotations.NullMarked;
