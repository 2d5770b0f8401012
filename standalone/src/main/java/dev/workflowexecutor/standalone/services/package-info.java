/** The four services as application contexts of this JVM. */
@NullMarked
package dev.workflowexecutor.standalone.services;

import org.jspecify.annotations.NullMarked;
