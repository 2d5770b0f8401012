package dev.workflowexecutor.workflow;

import static org.assertj.core.api.Assertions.fail;

import dev.workflowexecutor.workflow.compile.Compilation;
import dev.workflowexecutor.workflow.compile.PackCompiler;
import dev.workflowexecutor.workflow.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Packs for tests. */
public final class Packs {

  public static final String TOOLS =
      """
      tools:
        network.findOutage:
          description: Looks for a known outage in a region.
          idempotent: true
          timeout: 2s
          input: { region: { type: text } }
          output:
            status: { type: choice, choices: [none, outage] }
            eta: { type: text, optional: true }
        network.checkCongestion:
          input: { region: { type: text } }
          output:
            status: { type: choice, choices: [clear, congested] }
            until: { type: text }
      """;

  public static final String REGIONS =
      """
      west,Pune,Mumbai
      north,Delhi
      """;

  /** The example of the design, with what it leaves out. */
  public static final String NETWORK =
      """
      workflow: network-troubleshooting
      version: 1
      description: Finds the outage or congestion behind a subscriber's complaint.

      intents:
        slow_internet:
          description: The connection works but is slow.
          examples: [my internet is very slow, speed drops every evening]

      facts:
        region:
          type: choice
          choices: regions.csv            # value, then the words people use for it
          required: true
          ask: Which city or area are you facing this issue in?
        service_type: { type: choice, choices: [fiber, mobile] }

      lists:
        metro: [west]

      infer:
        - fact: likely_cause
          when: intent == 'slow_internet' && facts.region in metro && text.mentions('evening', 'night')
          value: congestion

      decide:
        - rule: troubleshoot
          when: has(facts.region)
          execute: true

      steps:
        - step: outage
          call: network.findOutage
          with: { region: facts.region }
        - step: congestion
          when: steps.outage.status == 'none'
          call: network.checkCongestion
          with: { region: facts.region }

      outcomes:
        - when: steps.outage.status == 'outage'
          resolved: "Network outage in your area. Expected resolution in {steps.outage.eta}."
        - when: steps.congestion.status == 'congested'
          resolved: "Temporary congestion in your area. Speeds may improve after {steps.congestion.until}."
        - otherwise: true
          escalated: "No known network issue in {facts.region}; a person will look at it."
      """;

  private Packs() {}

  /** The files of the pack of {@link #NETWORK}. */
  public static Map<String, String> network() {
    Map<String, String> files = new TreeMap<>();
    files.put("network.yaml", NETWORK);
    files.put("regions.csv", REGIONS);
    files.put("tools.yaml", TOOLS);
    return files;
  }

  /** The compiled workflow of {@link #NETWORK}. */
  public static Workflow networkWorkflow() {
    return compiled(network()).getFirst();
  }

  public static List<Workflow> compiled(Map<String, String> files) {
    return switch (PackCompiler.compile(PackFiles.of(files))) {
      case Compilation.Compiled(Pack pack, List<Finding> _) -> pack.workflows();
      case Compilation.Refused(List<Finding> findings) -> fail("refused: " + findings);
    };
  }

  public static List<Finding> findings(Map<String, String> files) {
    return switch (PackCompiler.compile(PackFiles.of(files))) {
      case Compilation.Compiled(Pack _, List<Finding> warnings) -> warnings;
      case Compilation.Refused(List<Finding> findings) -> findings;
    };
  }

  /** The findings, as text, of the network pack with a change of its workflow. */
  public static List<String> findingsWith(String target, String replacement) {
    if (!NETWORK.contains(target)) {
      fail("the pack has no " + target);
    }
    Map<String, String> files = network();
    files.put("network.yaml", NETWORK.replace(target, replacement));
    return findings(files).stream().map(Finding::toString).toList();
  }
}
