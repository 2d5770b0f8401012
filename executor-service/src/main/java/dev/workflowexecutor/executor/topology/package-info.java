/** The engine: a Kafka Streams topology that records every call and every outcome. */
@NullMarked
package dev.workflowexecutor.executor.topology;

import org.jspecify.annotations.NullMarked;
