/** What Kafka Streams topologies share; needs kafka-streams on the class path. */
@NullMarked
package dev.workflowexecutor.kafka.streams;

import org.jspecify.annotations.NullMarked;
