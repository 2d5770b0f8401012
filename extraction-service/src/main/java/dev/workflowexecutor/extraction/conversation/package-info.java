/** What people do in conversation beside stating things: correct, cancel, ask for a person. */
@NullMarked
package dev.workflowexecutor.extraction.conversation;

import org.jspecify.annotations.NullMarked;
