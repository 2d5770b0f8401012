package dev.workflowexecutor.benchmarks.pipeline;

import dev.workflowexecutor.benchmarks.bare.Hops;

/**
 * What the platform is given to do, and the hops of the bare pipeline beside it.
 *
 * @param name what the report calls it
 * @param workflow the workflow that owns the intent and declares the fact region
 */
record Scenario(String name, String workflow, String intent, Hops hops) {

  /** The workflow of benchmarks/workflows: no tool is called. */
  static final Scenario WITHOUT_TOOL =
      new Scenario("no tool", "acknowledgement", "acknowledgement", Hops.WITHOUT_TOOL);

  /** The telecom pack in a region with an outage: one tool call by HTTP explains it. */
  static final Scenario ONE_TOOL_CALL =
      new Scenario("one tool call", "network-troubleshooting", "no_signal", Hops.ONE_TOOL_CALL);

  /** How the command line names it. */
  String option() {
    return name.replace(' ', '-');
  }
}
