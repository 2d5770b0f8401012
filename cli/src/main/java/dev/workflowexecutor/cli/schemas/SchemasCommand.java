package dev.workflowexecutor.cli.schemas;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wfx schemas}: works on the schemas of the platform's topics. */
@Command(
    name = "schemas",
    description = "Checks, registers and releases the schemas of the platform's topics.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CheckCommand.class, RegisterCommand.class, ReleaseCommand.class})
public final class SchemasCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected one of check, register, release");
  }
}
