/** The platform's topics: their names, records and creation. */
@NullMarked
package dev.workflowexecutor.kafka.topic;

import org.jspecify.annotations.NullMarked;
