/** The embedded platform: a broker, a registry, and all the services, in one JVM and one folder. */
@NullMarked
package dev.workflowexecutor.standalone;

import org.jspecify.annotations.NullMarked;
