package dev.workflowexecutor.workflow.compile;

import dev.workflowexecutor.workflow.finding.Place;

/** Something with the place of its declaration. */
record Declared<T>(Place place, T value) {}
