/** What several tests of this module share: catalogs, data and fakes. */
@NullMarked
package dev.workflowexecutor.extraction.testing;

import org.jspecify.annotations.NullMarked;
