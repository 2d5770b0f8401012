package dev.workflowexecutor.benchmarks.load;

/**
 * A way through Kafka on which each key put into one topic comes out of another, once.
 *
 * @param name what people call it
 * @param input the topic that is written to
 * @param output the topic that is read, committed records only
 */
public record Route(String name, String input, String output) {}
