@NullMarked
package dev.workflowexecutor.images.monitoring;

import org.jspecify.annotations.NullMarked;
