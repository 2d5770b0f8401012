/** The HTTP API of the platform: submit a problem, follow its ticket, see the outcomes. */
@NullMarked
package dev.workflowexecutor.gateway;

import org.jspecify.annotations.NullMarked;
