package dev.workflowexecutor.workflow;

import dev.workflowexecutor.workflow.expression.Condition;

/** What to do in a case: the first rule whose condition holds decides. */
public record Rule(String name, Condition when, Consequence then) {}
