/** What the container images hold beside the parts of the platform. */
@NullMarked
package dev.workflowexecutor.images;

import org.jspecify.annotations.NullMarked;
