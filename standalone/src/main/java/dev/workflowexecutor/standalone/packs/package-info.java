/** Packs on disk: found, read, compiled, published. */
@NullMarked
package dev.workflowexecutor.standalone.packs;

import org.jspecify.annotations.NullMarked;
