/** What a publication does to the definitions that are live: whether all of them still work. */
@NullMarked
package dev.workflowexecutor.workflow.live;

import org.jspecify.annotations.NullMarked;
