/** How commands answer: lines for people or JSON for programs, and one line for a failure. */
@NullMarked
package dev.workflowexecutor.cli.console;

import org.jspecify.annotations.NullMarked;
