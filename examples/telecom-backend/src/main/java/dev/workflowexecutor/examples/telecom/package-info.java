@NullMarked
package dev.workflowexecutor.examples.telecom;

import org.jspecify.annotations.NullMarked;
