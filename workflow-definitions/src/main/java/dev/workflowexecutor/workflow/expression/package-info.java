/**
 * Expressions, conditions and templates: compiled from text, checked by type, evaluated over a
 * scope.
 */
@NullMarked
package dev.workflowexecutor.workflow.expression;

import org.jspecify.annotations.NullMarked;
