package dev.workflowexecutor.cli.workflow;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wfx workflow}: works on packs. */
@Command(
    name = "workflow",
    description = "Checks, tests and publishes packs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CheckCommand.class, TestCommand.class, PublishCommand.class})
public final class WorkflowCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected one of check, test, publish");
  }
}
