package dev.workflowexecutor.workflow.tool;

/** A field of a tool's input or output. */
public record Field(FieldType type, boolean optional) {}
