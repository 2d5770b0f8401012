@NullMarked
package dev.workflowexecutor.gateway;

import org.jspecify.annotations.NullMarked;
