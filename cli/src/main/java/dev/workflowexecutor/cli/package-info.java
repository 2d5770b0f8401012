@NullMarked
package dev.workflowexecutor.cli;

import org.jspecify.annotations.NullMarked;
