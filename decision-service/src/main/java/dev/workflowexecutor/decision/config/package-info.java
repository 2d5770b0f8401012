/** The service as Spring wires it: settings, the life of the topology, readiness and metrics. */
@NullMarked
package dev.workflowexecutor.decision.config;

import org.jspecify.annotations.NullMarked;
