@NullMarked
package dev.workflowexecutor.extraction.conversation;

import org.jspecify.annotations.NullMarked;
