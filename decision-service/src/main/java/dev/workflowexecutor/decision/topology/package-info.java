/** The Kafka Streams topology around the deciding: records in, tickets kept, decisions out. */
@NullMarked
package dev.workflowexecutor.decision.topology;

import org.jspecify.annotations.NullMarked;
