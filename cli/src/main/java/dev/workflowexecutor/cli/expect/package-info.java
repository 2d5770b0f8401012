/** What a test or a demonstration expects of an outcome, held against what came. */
@NullMarked
package dev.workflowexecutor.cli.expect;

import org.jspecify.annotations.NullMarked;
