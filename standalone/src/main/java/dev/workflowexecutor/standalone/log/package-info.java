/** Where the embedded platform's log goes. */
@NullMarked
package dev.workflowexecutor.standalone.log;

import org.jspecify.annotations.NullMarked;
