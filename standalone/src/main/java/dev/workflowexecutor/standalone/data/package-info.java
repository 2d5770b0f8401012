/** The folder that one platform owns while it runs. */
@NullMarked
package dev.workflowexecutor.standalone.data;

import org.jspecify.annotations.NullMarked;
