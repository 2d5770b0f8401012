@NullMarked
package dev.workflowexecutor.kafka;

import org.jspecify.annotations.NullMarked;
