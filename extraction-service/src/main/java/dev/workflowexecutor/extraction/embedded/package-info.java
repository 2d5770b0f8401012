/**
 * The reader that needs no network: sentence vectors, a classifier trained on the packs, a gate.
 */
@NullMarked
package dev.workflowexecutor.extraction.embedded;

import org.jspecify.annotations.NullMarked;
