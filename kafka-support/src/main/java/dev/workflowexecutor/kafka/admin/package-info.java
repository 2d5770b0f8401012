/** What everybody needs who administers brokers. */
@NullMarked
package dev.workflowexecutor.kafka.admin;

import org.jspecify.annotations.NullMarked;
