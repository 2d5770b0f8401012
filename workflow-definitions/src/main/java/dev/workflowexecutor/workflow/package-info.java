/**
 * The workflow as data: intents, facts, rules, steps and outcomes, and the catalog of published
 * versions.
 */
@NullMarked
package dev.workflowexecutor.workflow;

import org.jspecify.annotations.NullMarked;
