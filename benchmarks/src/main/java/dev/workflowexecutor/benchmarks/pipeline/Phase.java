package dev.workflowexecutor.benchmarks.pipeline;

import dev.workflowexecutor.benchmarks.load.Figures;

/**
 * One measured phase.
 *
 * @param scenario what the platform had to do
 * @param round from 1
 * @param pipeline who did it: the platform or the bare pipeline
 * @param load flat out, or at the steady rate
 */
record Phase(String scenario, int round, Pipeline pipeline, Load load, Figures figures) {

  enum Pipeline {
    PLATFORM,
    BARE
  }

  enum Load {
    FLAT_OUT,
    AT_RATE
  }
}
