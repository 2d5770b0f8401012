package dev.workflowexecutor.examples.telecom;

/** One tool of the backend: takes a request that fits its contract, answers it. Thread-safe. */
@FunctionalInterface
interface Operation {

  Answer answer(Request request);
}
