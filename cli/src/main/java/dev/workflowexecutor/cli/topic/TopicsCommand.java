package dev.workflowexecutor.cli.topic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wfx topics}: works on the platform's topics. */
@Command(
    name = "topics",
    description = "Creates the platform's topics.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = CreateTopicsCommand.class)
public final class TopicsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected create");
  }
}
