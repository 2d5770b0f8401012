/** What every service needs to speak Kafka: contracts, serdes, consumers and readiness. */
@NullMarked
package dev.workflowexecutor.kafka;

import org.jspecify.annotations.NullMarked;
