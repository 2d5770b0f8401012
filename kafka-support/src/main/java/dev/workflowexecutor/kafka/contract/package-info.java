/**
 * What the contract of each topic demands and its schema can't say, and the verdict on a record.
 */
@NullMarked
package dev.workflowexecutor.kafka.contract;

import org.jspecify.annotations.NullMarked;
