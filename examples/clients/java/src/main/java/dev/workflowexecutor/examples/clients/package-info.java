/** Systems up and down the stream, with Kafka's own clients and nothing of the platform's code. */
@NullMarked
package dev.workflowexecutor.examples.clients;

import org.jspecify.annotations.NullMarked;
