package dev.workflowexecutor.benchmarks.pipeline;

import dev.workflowexecutor.benchmarks.bare.StreamSettings;
import java.time.Duration;

/**
 * How the benchmark runs.
 *
 * @param warmUp load on each side before the first round of a scenario, flat out
 * @param rate problems per second of the steady load
 * @param inFlight how many records may be on their way when it runs flat out
 * @param partitions partitions of each topic, on both sides
 */
record Settings(
    int rounds,
    Duration warmUp,
    Duration ramp,
    Duration measured,
    int rate,
    int inFlight,
    int partitions,
    StreamSettings streams) {

  Settings {
    if (rounds < 1 || rate < 1 || inFlight < 1) {
      throw new IllegalArgumentException("rounds, rate and in-flight are at least 1");
    }
  }
}
