package dev.workflowexecutor.cli.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pack with one workflow that calls one tool, for tests. */
record SmallPack(Path folder) {

  static SmallPack in(Path folder) throws IOException {
    SmallPack pack = new SmallPack(folder);
    pack.write(
        "network.yaml",
        """
        workflow: network
        version: 1
        description: Looks for outages.
        intents:
          no_signal:
            description: There is no signal.
            examples: [no signal, no bars on my phone, the phone shows no service]
        facts:
          region:
            type: choice
            choices: [north, west]
            required: true
            ask: Which region?
        decide:
          - rule: look
            otherwise: true
            execute: true
        steps:
          - step: outage
            call: findOutage
            with: { region: facts.region }
        outcomes:
          - when: steps.outage.down
            resolved: "Back at {steps.outage.eta}."
            data: { eta: steps.outage.eta }
          - otherwise: true
            escalated: "Nothing is known in {facts.region}."
        """);
    pack.write(
        "tools.yaml",
        """
        tools:
          findOutage:
            description: Looks for an outage.
            idempotent: true
            input: { region: { type: text } }
            output: { down: { type: boolean }, eta: { type: text } }
        """);
    return pack;
  }

  SmallPack write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  SmallPack scenario(String text) throws IOException {
    return write("tests/network.yaml", "scenarios:\n" + text.indent(2));
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
