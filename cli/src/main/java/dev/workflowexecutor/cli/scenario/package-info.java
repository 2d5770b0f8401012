/** Scenario tests of packs, run in this process without a broker. */
@NullMarked
package dev.workflowexecutor.cli.scenario;

import org.jspecify.annotations.NullMarked;
