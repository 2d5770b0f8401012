/** Tickets as people see them: the read model, its offsets and the answers made of it. */
@NullMarked
package dev.workflowexecutor.gateway.ticket;

import org.jspecify.annotations.NullMarked;
