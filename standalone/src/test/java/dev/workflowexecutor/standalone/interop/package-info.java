/** Clients in other processes and languages, and records for them. */
@NullMarked
package dev.workflowexecutor.standalone.interop;

import org.jspecify.annotations.NullMarked;
