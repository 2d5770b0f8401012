/** The contract of reading: a message goes in, a declared intent and grounded facts come out. */
@NullMarked
package dev.workflowexecutor.extraction.intent;

import org.jspecify.annotations.NullMarked;
