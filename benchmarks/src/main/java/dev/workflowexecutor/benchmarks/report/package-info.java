/** Figures as text, Markdown and JSON, with the machine they come from. */
@NullMarked
package dev.workflowexecutor.benchmarks.report;

import org.jspecify.annotations.NullMarked;
