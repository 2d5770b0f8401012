package dev.workflowexecutor.cli.access;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wfx acls}: works on what each service may do on the broker. */
@Command(
    name = "acls",
    description = "Gives each service what it needs on the broker, and no more.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ApplyCommand.class, PrintCommand.class})
public final class AclsCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected one of apply, print");
  }
}
