package dev.workflowexecutor.executor;

import dev.workflowexecutor.workflow.PackFiles;
import dev.workflowexecutor.workflow.Workflow;
import dev.workflowexecutor.workflow.compile.Compilation;
import dev.workflowexecutor.workflow.compile.PackCompiler;
import java.util.Map;
import java.util.TreeMap;

/** Compiled workflows for tests. */
public final class Definition {

  public static final String TOOLS =
      """
      tools:
        network.findOutage:
          description: Looks for an outage.
          idempotent: true
          timeout: 2s
          input: { region: { type: text } }
          output:
            status: { type: choice, choices: [none, outage] }
            eta: { type: text, optional: true }
            minutes: { type: integer, optional: true }
        network.resetLine:
          description: Resets a line, which drops its calls.
          idempotent: false
          timeout: 3s
          input: { region: { type: text } }
          output: { done: { type: boolean } }
        helpdesk.createTicket:
          description: Opens a ticket.
          idempotent: true
          timeout: 2s
          input: { topic: { type: text }, region: { type: text, optional: true } }
          output: { ticket: { type: text }, score: { type: number } }
      """;

  public static final String OUTAGES =
      """
      workflow: outages
      version: 1
      description: Explains outages.
      intents:
        no_signal:
          description: There is no signal.
          examples: [no signal at all, my phone has no signal]
      facts:
        region: { type: text, required: true, ask: "Where?", description: Where it is. }
      decide:
        - rule: look
          otherwise: true
          execute: true
      steps:
        - step: outage
          call: network.findOutage
          with: { region: facts.region }
          on-failure: continue
        - step: reset
          call: network.resetLine
          when: has(steps.outage) && steps.outage.status == 'none'
          with: { region: facts.region }
          on-failure: fail
        - step: ticket
          call: helpdesk.createTicket
          when: "!has(steps.outage)"
          with: { topic: intent, region: facts.region }
      outcomes:
        - when: has(steps.outage) && steps.outage.status == 'outage' && has(steps.outage.eta)
          resolved: "There is an outage in {facts.region} until {steps.outage.eta}."
          data: { eta: steps.outage.eta, known: "true", region: facts.region }
        - when: has(steps.outage) && steps.outage.status == 'outage'
          resolved: "There is an outage in {facts.region} for {steps.outage.minutes} minutes."
          data: { minutes: steps.outage.minutes }
        - when: has(steps.reset)
          resolved: "Your line was reset."
          data: { done: steps.reset.done }
        - otherwise: true
          escalated: "A person looks at it: {steps.ticket.ticket}."
          data: { ticket: steps.ticket.ticket, score: steps.ticket.score }
      """;

  private Definition() {}

  /** The workflow with three steps: look for an outage, else reset the line, else a ticket. */
  public static Workflow outages() {
    return of(OUTAGES);
  }

  /** A workflow out of the text of its file. */
  public static Workflow of(String text) {
    PackFiles files =
        new PackFiles(new TreeMap<>(Map.of("workflow.yaml", text, "tools.yaml", TOOLS)));
    return switch (PackCompiler.compile(files)) {
      case Compilation.Compiled(var pack, var _) -> pack.workflows().getFirst();
      case Compilation.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }
}
