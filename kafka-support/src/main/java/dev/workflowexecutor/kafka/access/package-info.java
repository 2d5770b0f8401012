/** Access control on the broker: what each party may do, derived from who owns which topic. */
@NullMarked
package dev.workflowexecutor.kafka.access;

import org.jspecify.annotations.NullMarked;
