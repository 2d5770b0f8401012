/** A Kafka broker and its KRaft controller inside this JVM. */
@NullMarked
package dev.workflowexecutor.standalone.broker;

import org.jspecify.annotations.NullMarked;
