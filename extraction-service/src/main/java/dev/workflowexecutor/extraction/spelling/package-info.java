/** Words, what is known of them, and the nearest right spelling of a wrong one. */
@NullMarked
package dev.workflowexecutor.extraction.spelling;

import org.jspecify.annotations.NullMarked;
