package dev.workflowexecutor.benchmarks.load;

/**
 * What was measured in one phase of load.
 *
 * @param records how many came out while the phase was measured
 * @param perSecond records that came out per second
 * @param p50Millis median of the time from when a record was due to be sent until it came out
 * @param p99Millis the same, 99th percentile
 * @param cpuMillisPerThousand processor time of this process for 1,000 records: pipeline, broker
 *     and load generator together
 */
public record Figures(
    long records,
    double perSecond,
    double p50Millis,
    double p99Millis,
    double cpuMillisPerThousand) {}
