/** How the gateway is configured and put together. */
@NullMarked
package dev.workflowexecutor.gateway.config;

import org.jspecify.annotations.NullMarked;
