/** What a start tells people: its progress, and the one line that says why it failed. */
@NullMarked
package dev.workflowexecutor.standalone.startup;

import org.jspecify.annotations.NullMarked;
